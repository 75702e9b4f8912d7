-- Files that come in parts (decision 56). A row is there until a day after something came last, so that a repeat is answered as
-- the first time; its parts until the file is whole and has become an attachment.
create table uploads (
  id uuid primary key,
  number text not null references complaints (number),
  -- The officer; null: the reporter, who is not named here (reading 14).
  username text references users (username),
  visibility text not null check (visibility in ('reporter', 'internal')),
  -- Of the sender's key with all that it belongs to, hashed; null: none was given.
  key text unique,
  -- As its sender calls the file (decision 52).
  sealed_name bytea not null,
  -- In bytes: as it was declared, and how much of it is here.
  length integer not null check (length > 0),
  received integer not null default 0 check (received between 0 and length),
  -- What it became.
  attachment_id uuid references attachments (id),
  touched_at timestamptz not null default now(),
  check (attachment_id is null or received = length)
);
create index on uploads (number);
create index on uploads (touched_at);

create table upload_parts (
  upload_id uuid not null references uploads (id) on delete cascade,
  -- Where in the file it begins.
  start integer not null check (start >= 0),
  sealed bytea not null,
  primary key (upload_id, start)
);
-- What is sealed gets no smaller.
alter table upload_parts alter column sealed set storage external;
