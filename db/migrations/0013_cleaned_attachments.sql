-- reading 33: of files that offices get without their metadata, the copy that was made of each; made again when it is lost.
create table cleaned_attachments (
  attachment_id uuid not null,
  -- Which cleaner made it: a better one makes them anew.
  cleaner smallint not null,
  -- All null: it cannot be cleaned, and is withheld.
  storage_key text,
  bytes integer check (bytes > 0),
  sha256 bytea check (length(sha256) = 32),
  at timestamptz not null default now(),
  primary key (attachment_id, cleaner),
  check (num_nulls(storage_key, bytes, sha256) in (0, 3))
);
