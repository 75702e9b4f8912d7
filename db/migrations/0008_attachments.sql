-- Files that the reporter or an office adds to a complaint. The bytes lie outside the database, under storage_key.
create table attachments (
  id uuid primary key,
  number text not null references complaints (number),
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  bytes integer not null check (bytes > 0),
  sha256 bytea not null check (length(sha256) = 32),
  visibility text not null check (visibility in ('reporter', 'internal')),
  -- All three null: the reporter, who is not named here (reading 14).
  office_id text references offices (id),
  username text references users (username),
  by_name text,
  at timestamptz not null default now(),
  storage_key text not null unique,
  -- The same upload again finds its first.
  unique (number, sha256, visibility),
  check (num_nulls(office_id, username, by_name) in (0, 3)),
  check (office_id is not null or visibility = 'reporter')
);
create index on attachments (number, at);
create trigger attachments_append_only before update or delete on attachments for each row execute function refuse_change();
create trigger attachments_no_truncate before truncate on attachments for each statement execute function refuse_change();
