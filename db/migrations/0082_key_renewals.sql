-- Decision 51: an access key is made anew by a code to the confirmed address, or by who has it.
-- Codes that are out. The code itself is made as its mail is sent, and stands nowhere.
create table key_codes (
  id bigint generated always as identity primary key,
  number text not null references complaints (number),
  -- The keyed hash of the address that it goes to: with another address since it opens nothing.
  address bytea not null,
  asked_at timestamptz not null default now(),
  good_until timestamptz not null,
  -- Wrong ones that were typed.
  tries integer not null default 0,
  used_at timestamptz
);
create index on key_codes (number, asked_at);

-- A key that was given to who has the one in force; it opens nothing until it is taken into use.
create table key_offers (
  number text primary key references complaints (number),
  hash bytea not null,
  good_until timestamptz not null
);

-- That there is another key, and how: beside the report's own events, chained by report as those are. No key, no address.
create table key_changes (
  number text not null references complaints (number),
  nth integer not null check (nth > 0),
  at timestamptz not null default now(),
  type text not null check (type in ('key-renewed', 'key-revoked')),
  -- Where the report stood.
  step smallint not null,
  hash bytea not null,
  primary key (number, nth)
);
-- Where the end of its chain is.
alter table complaints add column key_change_count integer not null default 0;

create function key_change_hash(previous bytea, k key_changes) returns bytea language sql stable as $$
  select sha256(coalesce(previous, ''::bytea) || convert_to(jsonb_build_array(k.number, k.nth,
    to_char(k.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), k.type, k.step)::text, 'UTF8'))
$$;

-- Chained by the database, whoever inserts; one at a time for a report.
create function chain_key_change() returns trigger language plpgsql as $$
begin
  perform from complaints where number = new.number for update;
  new.nth := 1 + coalesce((select max(nth) from key_changes where number = new.number), 0);
  new.hash := key_change_hash((select hash from key_changes where number = new.number and nth = new.nth - 1), new);
  return new;
end $$;
create trigger key_changes_chain before insert on key_changes for each row execute function chain_key_change();

create function count_key_change() returns trigger language plpgsql as $$
begin
  update complaints set key_change_count = new.nth where number = new.number;
  return null;
end $$;
create trigger key_changes_count after insert on key_changes for each row execute function count_key_change();

create trigger key_changes_append_only before update or delete on key_changes
  for each row execute function refuse_change();
create trigger key_changes_no_truncate before truncate on key_changes for each statement execute function refuse_change();
