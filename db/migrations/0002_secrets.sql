-- What the API signs with when no TUNTAS_SECRET is set: made once, the same for every replica.
create table secrets (
  name text primary key,
  value text not null,
  created_at timestamptz not null default now()
);
