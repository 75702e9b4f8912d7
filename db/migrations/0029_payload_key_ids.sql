-- The id of every key that a process of ours ever had: what names another is a stranger's, and not a key that is missing.
create table payload_key_ids (
  id text primary key,
  since timestamptz not null default now()
);
