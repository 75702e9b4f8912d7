-- What people show besides a password (decision 49): codes of an app, passkeys, and codes on paper for when these are lost.
create table totp_secrets (
  username text primary key references users (username),
  -- Sealed by the ring of keys (codec/sealed.ts); null: the first one was not shown to work yet.
  secret text,
  added_at timestamptz,
  -- The last step of time whose code was taken: none works twice (RFC 6238, 5.2).
  last_step bigint not null default 0,
  -- One that is being set up, until a code of it is given.
  pending text,
  pending_at timestamptz,
  check ((secret is null) = (added_at is null)),
  check ((pending is null) = (pending_at is null))
);

create table recovery_codes (
  id bigint generated always as identity primary key,
  username text not null references users (username),
  -- As a password's.
  hash text not null,
  used_at timestamptz
);
create index on recovery_codes (username);

create table passkeys (
  -- The credential's, in base64url as browsers write it.
  id text primary key,
  username text not null references users (username),
  -- COSE.
  public_key bytea not null,
  -- As the authenticator told it last; 0: it counts nothing.
  counter bigint not null,
  transports text[] not null,
  name text not null,
  added_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index on passkeys (username);

-- Each is answered once, by whom it was given to.
create table passkey_challenges (
  challenge text primary key,
  purpose text not null check (purpose in ('add', 'give', 'sign-in')),
  -- null: nobody has signed in yet.
  session_id uuid,
  expires_at timestamptz not null
);
create index on passkey_challenges (expires_at);
