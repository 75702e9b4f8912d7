-- What the console needs: sessions that can be ended, lock-out, users by mail, live events, the public register, changes by ops.
alter table users
  -- Part of every session; raising it ends all of them.
  add column epoch integer not null default 1,
  add column last_seen_at timestamptz,
  -- Null: signs in through the identity provider only.
  alter column password_hash drop not null;

-- Signed out one by one; kept until they would have expired.
create table ended_sessions (
  id uuid primary key,
  expires_at timestamptz not null
);
create index on ended_sessions (expires_at);

-- Wrong passwords in a row for an account, whether it exists or not; the key is a hash of the name.
create table sign_in_failures (
  account bytea primary key,
  failures integer not null,
  last_at timestamptz not null default now(),
  locked_until timestamptz
);
create index on sign_in_failures (last_at);

-- What ops (and users of themselves) changed: never a password, only that it was changed.
create table admin_changes (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  by text not null references users (username),
  what text not null check (what in ('user', 'office', 'schedule')),
  subject text not null,
  change jsonb not null
);
create index on admin_changes (what, subject, at);
create trigger admin_changes_append_only before update or delete on admin_changes for each row execute function refuse_change();
create trigger admin_changes_no_truncate before truncate on admin_changes for each statement execute function refuse_change();

-- An office that is told something hears so at once, whoever inserts.
create function tell_office() returns trigger language plpgsql as $$
begin
  perform pg_notify('office-notifications', new.office_id);
  return null;
end $$;
create trigger notifications_tell_office after insert on notifications for each row
  when (new.office_id is not null) execute function tell_office();

-- A text as everybody may read it: without e-mail addresses, NIK (16 digits) and telephone numbers.
create function public_text(text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(regexp_replace(regexp_replace($1,
    '[[:alnum:]._%+-]+@[[:alnum:]-]+(\.[[:alnum:]-]+)+', '[surel disamarkan]', 'g'),
    '(^|[^0-9])([0-9][ .-]?){15}[0-9](?![0-9])', '\1[NIK disamarkan]', 'g'),
    '(^|[^0-9])((\+?62[ .-]?\(?|\(?0)8[1-9]([ .-]?[0-9]){6,11}|(\+62[ .-]?\(?|\(?0)[2-9][0-9]{1,2}\)?[ .-]?[0-9]{3,4}[ .-]?[0-9]{2,5})(?![0-9])',
    '\1[nomor disamarkan]', 'g')
$$;

-- The same, without the name of whoever wrote it.
create function public_text(said text, name text) returns text language sql immutable parallel safe as $$
  select case when name ~ '[[:alnum:]]{3}'
    then regexp_replace(public_text(said),
      '(^|[^[:alnum:]])' || regexp_replace(regexp_replace(trim(name), '([^[:alnum:][:space:]])', '\\\1', 'g'), '\s+', '\s+', 'g') || '(?![[:alnum:]])',
      '\1[nama pelapor]', 'gi')
    else public_text(said) end
$$;

-- What the public register searches: nothing that it does not show.
alter table complaints add column public_search tsvector generated always as (
  case when confidentiality = 'terbuka'
    then setweight(to_tsvector('indonesian', public_text(title)), 'A') || to_tsvector('indonesian', public_text(description))
  end
) stored;
create index on complaints using gin (public_search);
