-- What a decision under a key was answered, for good: written with its entries, in one transaction.
create table kept_answers (
  number text not null references complaints (number),
  -- Of the API: SHA-256 of whose key it is and the key. Of a signal: `signal:` and its key.
  key text not null,
  -- SHA-256 of what was asked; the same key with something else is refused.
  request text not null,
  outcome jsonb not null,
  at timestamptz not null default now(),
  primary key (number, key)
);
