-- An office that ends names a successor (reading 27); the batch that moves its reports, and what became of the rest.
alter table offices add column successor_id text references offices (id) check (successor_id <> id);
create index on offices (successor_id) where successor_id is not null;

create table successions (
  id bigint generated always as identity primary key,
  -- An office ends once.
  office_id text not null unique references offices (id),
  successor_id text not null references offices (id),
  why text not null,
  -- What becomes of officers, templates, choices and webhooks: move or end, each.
  options jsonb not null,
  -- How many reports there were when it began.
  total integer not null,
  -- What moved and what ended beside the reports; null until then.
  outcome jsonb,
  created_by text not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index on successions (id) where started_at is null;
-- How many reports have moved is what the record says.
create index on events (from_office_id) where type = 'succeeded';
