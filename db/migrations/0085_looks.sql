-- reading 33: who looked at an identity or opened a file, once per officer, report, kind and day; chained by report.
create table looks (
  number text not null references complaints (number),
  -- Its place in the chain of the report's own looks, given by the database.
  nth integer not null check (nth > 0),
  at timestamptz not null default now(),
  what text not null check (what in ('identity', 'original', 'copy', 'internal')),
  -- Of the officer, or the name under which an office's program acts.
  username text not null,
  by_name text not null,
  office_id text not null references offices (id),
  -- Whether that office held the report, was asked about it or had answered it.
  in_hand boolean not null,
  -- By the clock of the office.
  day date not null,
  hour smallint not null check (hour between 0 and 23),
  hash bytea not null,
  primary key (number, nth),
  unique (number, username, what, day)
);
-- What an officer read on a day, and all that were read of late.
create index on looks (day, username);

-- How many there are of each report: where the end of its chain is, and whom those wait for who look at the same time.
-- Apart from the report's row, which decisions write.
create table look_counts (
  number text primary key references complaints (number),
  count integer not null default 0
);

create function look_hash(previous bytea, l looks) returns bytea language sql stable as $$
  select sha256(coalesce(previous, ''::bytea) || convert_to(jsonb_build_array(l.number, l.nth,
    to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.what, l.username, l.by_name, l.office_id,
    l.in_hand, to_char(l.day, 'YYYY-MM-DD'), l.hour)::text, 'UTF8'))
$$;

create function chain_look() returns trigger language plpgsql as $$
begin
  insert into look_counts (number) values (new.number) on conflict do nothing;
  perform from look_counts where number = new.number for update;
  new.nth := 1 + coalesce((select max(nth) from looks where number = new.number), 0);
  new.hash := look_hash((select hash from looks where number = new.number and nth = new.nth - 1), new);
  return new;
end $$;
create trigger looks_chain before insert on looks for each row execute function chain_look();

create function count_look() returns trigger language plpgsql as $$
begin
  update look_counts set count = new.nth where number = new.number;
  return null;
end $$;
create trigger looks_count after insert on looks for each row execute function count_look();

create trigger looks_append_only before update or delete on looks for each row execute function refuse_change();
create trigger looks_no_truncate before truncate on looks for each statement execute function refuse_change();
