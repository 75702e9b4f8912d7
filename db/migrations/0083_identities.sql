-- Who reports is kept sealed: by a key of the report's own, which a key outside of this database seals (decision 52). What the
-- release before wrote stays where it is while it may run; `db/people/sealed/seal-plain.ts` seals it later.
create table identity_keys (
  number text primary key references complaints (number),
  wrapped bytea not null
);
alter table identities
  add column sealed bytea,
  -- Of the telephone as it is compared, keyed; of the address there is one already.
  add column phone_hash bytea;
create index on identities (phone_hash) where phone_hash is not null;

-- Sealing the address changes it into none, and it is as confirmed as before.
drop trigger identities_unconfirm on identities;
create trigger identities_unconfirm before update of email on identities for each row
  when (new.email is distinct from old.email and (new.email is not null or new.email_hash is null))
  execute function unconfirm_email();

alter table register_followers add column sealed bytea check (ended_at is null or sealed is null);
alter table parting_addresses
  add column sealed bytea,
  alter column email drop not null,
  add constraint parting_addresses_one check (num_nonnulls(email, sealed) = 1);

-- What hashes addresses, signs links and makes access keys, sealed likewise.
create table sealed_secrets (
  name text primary key,
  sealed bytea not null,
  since timestamptz not null default now()
);
-- The ids of the keys outside that something here is sealed with: a process that lacks one does not start.
create table identity_key_ids (
  id text primary key,
  since timestamptz not null default now()
);
-- What is to be sealed still.
create index identities_plain on identities (number)
  where sealed is null or name <> '' or email is not null or phone is not null or nik is not null;
create index register_followers_plain on register_followers (id) where email is not null;
