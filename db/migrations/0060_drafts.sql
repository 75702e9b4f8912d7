-- What an officer is writing for a decision: read by them alone, gone once it is sent, or thirty days after it was touched last.
create table drafts (
  number text not null references complaints (number),
  username text not null references users (username),
  action text not null,
  -- Each field as it was typed.
  words jsonb not null,
  -- Counts the changes, so that of two windows none writes over the other unseen.
  version integer not null default 1,
  saved_at timestamptz not null default now(),
  -- While it stands by to be sent (decision 36): when it goes, and what is decided then, for the revision that was seen, under a key.
  sends_at timestamptz,
  decision jsonb,
  revision integer,
  key text,
  -- Who sends it has it until then; set for good once the engine may have heard of it.
  claimed_until timestamptz,
  -- The code of why it did not go.
  refused text,
  primary key (number, username, action),
  check ((sends_at is null) = (decision is null) and (sends_at is null) = (key is null)),
  check (sends_at is not null or claimed_until is null)
);
create index on drafts (username);
create index on drafts (saved_at);
create index on drafts (sends_at) where sends_at is not null;
