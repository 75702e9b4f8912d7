-- reading 24: questions that the holder of a report asks other offices; each has a workflow of its own, by its id.
create table consultations (
  -- `<number>-K<n>`
  id text primary key,
  number text not null references complaints (number),
  n integer not null check (n > 0),
  from_office_id text not null references offices (id),
  office_id text not null references offices (id),
  check (office_id <> from_office_id),
  question text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  -- As the policy had it then: another policy is for new ones.
  time_limit jsonb not null,
  policy_version bigint not null,
  due timestamptz not null,
  warn_at timestamptz not null,
  warned_at timestamptz,
  -- When it was noted that the limit was missed.
  late_at timestamptz,
  status text not null default 'open' check (status in ('open', 'answered', 'withdrawn', 'ended')),
  answer text,
  answered_by text,
  ended_at timestamptz,
  check ((status = 'open') = (ended_at is null)),
  -- Its workflow has begun; and has looked since the end, and is over.
  started_at timestamptz,
  closed_at timestamptz,
  unique (number, n)
);
-- One question an office at a time.
create unique index consultations_open on consultations (number, office_id) where status = 'open';
create index consultations_asked on consultations (office_id, due, id) where status = 'open';
create index consultations_late on consultations (office_id) where late_at is not null;
-- What the engine is still to be told.
create index consultations_owed on consultations (asked_at) where started_at is null or (status <> 'open' and closed_at is null);

-- The record of them: appended beside the report's own events, and chained by report as those are.
create table consultation_events (
  number text not null references complaints (number),
  nth integer not null check (nth > 0),
  consultation_id text not null references consultations (id),
  at timestamptz not null,
  type text not null,
  -- Where the report stood.
  step smallint not null,
  status text not null,
  actor_role text not null,
  actor_office_id text references offices (id),
  actor_name text not null,
  from_office_id text not null references offices (id),
  office_id text not null references offices (id),
  text text,
  deadline timestamptz not null,
  hash bytea not null,
  -- Under which key it was asked for, and a hash of what was.
  key text,
  request text,
  primary key (number, nth)
);
create unique index consultation_events_keys on consultation_events (key) where key is not null;
-- Where the end of its chain is.
alter table complaints add column consultation_event_count integer not null default 0;

create function consultation_event_hash(previous bytea, e consultation_events) returns bytea language sql stable as $$
  select sha256(coalesce(previous, ''::bytea) || convert_to(jsonb_build_array(e.number, e.nth, e.consultation_id,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.type, e.step, e.status, e.actor_role,
    e.actor_office_id, e.actor_name, e.from_office_id, e.office_id, e.text,
    to_char(e.deadline at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))::text, 'UTF8'))
$$;

-- Chained by the database, whoever inserts; one at a time for a report.
create function chain_consultation_event() returns trigger language plpgsql as $$
begin
  perform from complaints where number = new.number for update;
  new.nth := 1 + coalesce((select max(nth) from consultation_events where number = new.number), 0);
  new.hash := consultation_event_hash(
    (select hash from consultation_events where number = new.number and nth = new.nth - 1), new);
  return new;
end $$;
create trigger consultation_events_chain before insert on consultation_events
  for each row execute function chain_consultation_event();

create function count_consultation_event() returns trigger language plpgsql as $$
begin
  update complaints set consultation_event_count = new.nth where number = new.number;
  return null;
end $$;
create trigger consultation_events_count after insert on consultation_events
  for each row execute function count_consultation_event();

create trigger consultation_events_append_only before update or delete on consultation_events
  for each row execute function refuse_change();
create trigger consultation_events_no_truncate before truncate on consultation_events
  for each statement execute function refuse_change();
