-- Of what a duplicate's process has not heard yet: its original has ended, or is a duplicate itself (reading 21). Written in
-- the transaction that makes it so, and swept by the worker until the engine has been told.
create table original_changes (
  id bigint generated always as identity primary key,
  -- The duplicate.
  number text not null references complaints (number),
  at timestamptz not null default now()
);
create index on original_changes (number);
