-- A changed calendar or policy, and how far its recomputation of open deadlines has come.
create table recomputations (
  id bigint generated always as identity primary key,
  why text not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  moved integer not null default 0
);
create index on recomputations (id) where started_at is null;

-- A digest speaks of many complaints.
alter table notifications alter column number drop not null;
