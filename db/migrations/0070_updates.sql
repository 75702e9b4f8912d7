-- What a reporter wished to be mailed besides what always goes: hand-overs, lateness.
alter table identities add column updates text[] not null default '{}'
  check (updates <@ array['hand-overs', 'lateness']);

-- Those who say of a public report that it happened to them, too, and follow it instead of filing again (reading 21).
create table register_followers (
  id bigint generated always as identity primary key,
  number text not null references complaints (number),
  at timestamptz not null default now(),
  -- Keyed hash of what their browser keeps, so that each counts once.
  device bytea not null,
  -- Until it was confirmed by its link nothing but that link goes there (reading 33).
  email text,
  email_hash bytea,
  asked_at timestamptz,
  email_confirmed_at timestamptz,
  -- They follow it no more; the address is gone, and mails that are owed still find whom not to go to.
  ended_at timestamptz check (ended_at is null or email is null),
  unique (number, device)
);
create unique index on register_followers (number, email_hash) where email_hash is not null;
alter table notifications add column follower_id bigint references register_followers (id);
alter table deliveries add column follower_id bigint references register_followers (id);

-- Who records reads a report before it writes (see 0054): one that has somebody to tell since is written to.
create function touch_followed() returns trigger language plpgsql as $$
begin
  update complaints set seq = seq where number = new.number;
  return null;
end $$;
create trigger register_followers_touch after update of email_confirmed_at on register_followers for each row
  when (new.email_confirmed_at is not null and old.email_confirmed_at is null)
  execute function touch_followed();
