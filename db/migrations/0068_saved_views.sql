-- Lists as people and offices keep them under a name: narrowed, ordered, grouped.
create table saved_views (
  id bigint generated always as identity primary key,
  -- Whose: one person's, or an office's, for everybody who sits there.
  username text references users (username),
  office_id text references offices (id),
  list text not null check (list in ('inbox', 'disposed', 'search')),
  name text not null,
  -- By name, as the address of the list has it. What it may hold changes over the years: it is read again each time.
  query jsonb not null,
  updated_by text not null references users (username),
  updated_at timestamptz not null default now(),
  check (num_nonnulls(username, office_id) = 1)
);
create unique index on saved_views (username, list, lower(name)) where username is not null;
create unique index on saved_views (office_id, list, lower(name)) where office_id is not null;
