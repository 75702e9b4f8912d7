-- What each reconciliation of open complaints against open workflows found.
create table reconciliations (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  started integer not null,
  differences jsonb not null
);
