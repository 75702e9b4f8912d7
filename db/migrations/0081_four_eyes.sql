-- Four eyes (decision 50): what one of ops asked of an account, which a second one of them approves or refuses.
create table account_requests (
  id bigint generated always as identity primary key,
  asked_by text not null references users (username),
  asked_at timestamptz not null default now(),
  good_until timestamptz not null,
  why text not null,
  -- A username; of a new account nobody's yet.
  subject text not null,
  is_new boolean not null,
  -- What the account would become; of a password only that there would be another.
  fields jsonb not null,
  -- Kept as long as the request may be approved.
  password_hash text,
  -- The account as it was then: another since, and nothing is done. Null: it is to be made.
  before jsonb,
  outcome text check (outcome in ('approved', 'refused', 'withdrawn')),
  decided_by text references users (username),
  decided_at timestamptz,
  decided_why text,
  check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
  check (outcome is null or password_hash is null),
  check (is_new = (before is null)),
  -- Whatever a process does: the second is neither who asked nor whom it concerns.
  check (outcome is null or outcome = 'withdrawn' or (decided_by <> asked_by and decided_by <> subject)),
  check (outcome is distinct from 'withdrawn' or decided_by = asked_by)
);
create index on account_requests (id) where outcome is null;
