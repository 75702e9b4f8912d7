-- Keys by which an office's own programs call (decision 43): of each its hash alone, and what it may.
create table api_keys (
  -- The beginning of the hash, so that whoever brings a key is known before anything is asked.
  id text primary key,
  hash bytea not null unique,
  office_id text not null references offices (id),
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  -- The last signs of the key, by which people tell one from another.
  hint text not null,
  created_by text not null references users (username),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null check (expires_at > created_at and expires_at <= created_at + interval '367 days'),
  -- To the hour.
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text references users (username),
  check ((revoked_at is null) = (revoked_by is null))
);
create index on api_keys (office_id);

alter table admin_changes
  drop constraint admin_changes_what_check,
  add constraint admin_changes_what_check check (what in ('user', 'office', 'schedule', 'api-key'));
