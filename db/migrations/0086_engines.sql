-- Which engine the reports of this record run on, and which they ran on before (decision 54): what another engine's processes
-- take is not written.
create table engines (
  -- As the engine calls its namespace; it stays the same wherever that is reached.
  id text primary key,
  -- Address and namespace, as a worker found it.
  place text not null,
  since timestamptz not null default now(),
  -- Null: the reports run there.
  left_at timestamptz
);

create unique index engines_one on engines ((left_at is null)) where left_at is null;
