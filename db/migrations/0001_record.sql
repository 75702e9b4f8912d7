-- The record: offices and people, complaints and their identities, events, visits, calendar, policies, notifications.
create extension if not exists pg_trgm;

create table offices (
  id text primary key,
  name text not null,
  level text not null check (level in ('national', 'agency', 'echelon1', 'upt')),
  parent_id text references offices (id),
  time_zone text not null default 'Asia/Jakarta' check (time_zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  email text,
  active boolean not null default true,
  check ((level = 'national') = (parent_id is null))
);
create index on offices (parent_id);

create table users (
  id bigint generated always as identity primary key,
  username text not null unique,
  name text not null,
  password_hash text not null,
  role text not null check (role in ('admin', 'ops')),
  office_id text not null references offices (id),
  active boolean not null default true,
  created_at timestamptz not null default now()
);

-- Policies are data, versioned (reading 7); the highest version is in force.
create table policies (
  version bigint generated always as identity primary key,
  name text not null,
  document jsonb not null,
  created_at timestamptz not null default now(),
  created_by text not null default 'system'
);

create table calendar_days (
  date date primary key,
  name text not null,
  kind text not null
);

-- Office hours by weekday, over a span of dates; the shortest span that covers a date counts (Ramadan).
create table calendar_hours (
  id bigint generated always as identity primary key,
  name text not null,
  from_date date not null,
  to_date date not null,
  hours jsonb not null,
  check (from_date <= to_date),
  unique (name, from_date)
);

create sequence complaint_numbers;

create table complaints (
  number text primary key,
  kind text not null check (kind in ('pengaduan', 'aspirasi', 'informasi')),
  oversight boolean not null default false,
  title text not null,
  description text not null,
  channel text not null,
  category text,
  confidentiality text not null check (confidentiality in ('terbuka', 'anonim', 'rahasia')),
  agency_id text references offices (id),
  access_key_hash bytea not null,
  received_at timestamptz not null,
  filed_at timestamptz not null default now(),
  -- A repeat of the same filing (Idempotency-Key, or the outside id of a backlog) finds its first.
  idempotency_key text unique,
  external_id text unique,
  request_hash bytea,
  started_at timestamptz,
  -- What follows mirrors the workflow, entry by entry.
  seq integer not null default 0,
  revision integer not null default 0,
  status text not null default 'received',
  step smallint not null default 1 check (step between 1 and 11),
  holder_id text references offices (id),
  state jsonb,
  deadline timestamptz,
  warn_at timestamptz,
  first_response_due timestamptz,
  whole_due timestamptz,
  first_response_at timestamptz,
  first_response text,
  answered_at timestamptz,
  answer text,
  answer_office_id text references offices (id),
  ended_at timestamptz,
  closed_by text check (closed_by in ('system', 'reporter', 'office')),
  search tsvector generated always as (
    setweight(to_tsvector('indonesian', title), 'A') || to_tsvector('indonesian', description)
  ) stored
);
create index on complaints using gin (search);
create index on complaints using gin (title gin_trgm_ops);
create index on complaints (holder_id, deadline) where ended_at is null;
create index on complaints (received_at desc, number desc);
create index on complaints (filed_at) where started_at is null;

-- Apart from the complaint, so that who reads one need not read the other (reading 14).
create table identities (
  number text primary key references complaints (number),
  name text not null,
  email text,
  phone text,
  nik text
);

create table events (
  number text not null references complaints (number),
  seq integer not null check (seq > 0),
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  type text not null,
  step smallint not null,
  to_step smallint not null,
  status text not null,
  actor_role text not null,
  actor_office_id text references offices (id),
  actor_name text not null,
  from_office_id text references offices (id),
  to_office_id text references offices (id),
  reason text,
  text text,
  deadline timestamptz,
  data jsonb not null default '{}',
  primary key (number, seq)
);
create index on events (at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger events_append_only before update or delete on events for each row execute function refuse_change();
create trigger events_no_truncate before truncate on events for each statement execute function refuse_change();

-- One stay of a complaint at a row (reading 17). office_id null: the system.
create table visits (
  number text not null references complaints (number),
  visit integer not null,
  step smallint not null,
  office_id text references offices (id),
  received_at timestamptz not null,
  due_at timestamptz,
  warn_at timestamptz,
  ended_at timestamptz,
  paused_at timestamptz,
  paused_ms bigint not null default 0,
  -- Office time, in milliseconds of the office's hours, set when the visit ends.
  consumed_ms bigint,
  breached_at timestamptz,
  policy_version bigint,
  primary key (number, visit)
);
create index on visits (office_id, number);

create table notifications (
  id bigint generated always as identity primary key,
  -- number:seq:kind:recipient, so that a repeat is not a second message.
  key text not null unique,
  number text not null references complaints (number),
  kind text not null,
  -- null: the reporter
  office_id text references offices (id),
  subject text not null,
  body text not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  -- none: no address or no mail server; pending: owed; sent; failed: given up
  mail_status text not null default 'none' check (mail_status in ('none', 'pending', 'sent', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  sent_at timestamptz,
  last_error text
);
create index on notifications (next_attempt_at) where mail_status = 'pending';
create index on notifications (office_id, created_at desc);
