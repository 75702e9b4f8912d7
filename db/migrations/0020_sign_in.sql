-- Who people are, whatever capitals they type; sessions that can be seen and ended; who is who at the identity provider.
do $$
begin
  create unique index users_by_name on users (lower(username));
exception when unique_violation then
  -- Two who differ only by capitals are there already; no third is added (see addUser).
  raise warning 'usernames that differ only by capitals exist; rename one of each pair';
  create index users_by_name on users (lower(username));
end $$;

alter table users
  -- Typed by ops: to be changed before anything else is done.
  add column password_by_ops boolean not null default false,
  -- Linked at the first sign-in through the provider; names there may change hands.
  add column oidc_issuer text,
  add column oidc_subject text,
  add constraint users_oidc unique (oidc_issuer, oidc_subject),
  add check ((oidc_issuer is null) = (oidc_subject is null));

-- Counted by account and by where the attempts come from; the counts of before end in a quarter of an hour anyway.
delete from sign_in_failures;
alter table sign_in_failures rename column account to attempts_of;
alter table sign_in_failures add column account bytea not null;
create index on sign_in_failures (account);

create table sessions (
  id uuid primary key,
  username text not null references users (username),
  epoch integer not null,
  kind text not null check (kind in ('bearer', 'cookie')),
  since timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- As the browser or program calls itself.
  agent text
);
create index on sessions (username);
create index on sessions (expires_at);
