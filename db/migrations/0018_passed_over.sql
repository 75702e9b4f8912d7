-- Work that goes on past an item that cannot be done: which, how often, why; it is tried again later.
create table passed_over (
  job text not null,
  item text not null,
  times integer not null default 1,
  -- A code or a name, never anybody's words.
  error text not null,
  since timestamptz not null default now(),
  last_at timestamptz not null default now(),
  next_at timestamptz not null,
  primary key (job, item)
);

-- The calendar begins there, and no limit can be reckoned before it; what stands there already is not looked at again.
alter table complaints add constraint received_in_our_time
  check (received_at >= '2000-01-01' and received_at < '2200-01-01') not valid;
