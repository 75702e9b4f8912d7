-- What is sent, apart from what is told: each mail and webhook call that is owed, and every try of it as a log.
alter table users add column email text;

-- How a person wants to hear of a topic; without a row: in the app, and no mail of one's own.
create table notification_choices (
  username text not null references users (username),
  topic text not null,
  in_app boolean not null,
  mail text not null check (mail in ('off', 'now', 'hourly', 'daily')),
  primary key (username, topic)
);

create table webhooks (
  id bigint generated always as identity primary key,
  office_id text not null references offices (id),
  url text not null,
  -- Types of entries; none named: all of them
  types text[] not null,
  secret text not null,
  -- After a rotation both sign for a day.
  previous_secret text,
  previous_until timestamptz,
  active boolean not null default true,
  disabled_why text,
  created_by text not null references users (username),
  created_at timestamptz not null default now(),
  removed_at timestamptz
);
create index on webhooks (office_id) where removed_at is null;

create table deliveries (
  id bigint generated always as identity primary key,
  -- So that a repeat is not a second mail or call.
  key text not null unique,
  number text references complaints (number),
  channel text not null check (channel in ('mail', 'webhook')),
  -- A mail: what it tells, and to whom (neither office nor user: the reporter).
  notification_id bigint references notifications (id),
  office_id text references offices (id),
  username text references users (username),
  -- Sent together with others that are due to the same; the first one's id once they are.
  gathered boolean not null default false,
  bundle bigint,
  -- A call: where to, and what.
  webhook_id bigint references webhooks (id),
  payload jsonb,
  status text not null default 'pending' check (status in ('pending', 'sent', 'failed')),
  attempts integer not null default 0,
  created_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  next_attempt_at timestamptz not null default now(),
  sent_at timestamptz,
  last_error text,
  check ((channel = 'mail') = (notification_id is not null)),
  check ((channel = 'webhook') = (webhook_id is not null and payload is not null))
);
create index on deliveries (next_attempt_at) where status = 'pending' and channel = 'mail';
create index on deliveries (webhook_id, next_attempt_at) where status = 'pending';
create index on deliveries (office_id, username) where status = 'pending' and gathered;
create index on deliveries (office_id, sent_at) where status = 'sent' and channel = 'mail';
create index on deliveries (number);
create index on deliveries (webhook_id, id);

create table delivery_attempts (
  id bigint generated always as identity primary key,
  delivery_id bigint not null references deliveries (id),
  at timestamptz not null default now(),
  outcome text not null check (outcome in ('sent', 'failed')),
  status_code smallint,
  took_ms integer not null,
  error text
);
create index on delivery_attempts (delivery_id);
create trigger delivery_attempts_append_only before update or delete on delivery_attempts
  for each row execute function refuse_change();

alter table notifications
  -- null: the whole office
  add column username text references users (username),
  -- null: to the reporter
  add column topic text;
update notifications set topic = case
  when kind in ('arrival', 'return') then 'arrival'
  when kind like 'warn-%' then 'reminder'
  when kind like 'breach-%' or kind like 'escalation-%' then 'late'
  when kind in ('completion', 'reply', 'objection') then 'reporter'
  else kind end
where office_id is not null;

insert into deliveries (key, number, channel, notification_id, office_id, status, attempts, created_at, due_at,
  next_attempt_at, sent_at, last_error)
select key || ':mail', number, 'mail', id, office_id, mail_status, attempts, created_at, created_at, next_attempt_at,
  sent_at, last_error
from notifications where mail_status <> 'none' order by id;
alter table notifications
  drop column mail_status, drop column attempts, drop column next_attempt_at, drop column sent_at,
  drop column last_error;
