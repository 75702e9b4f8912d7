-- Files that a virus scanner is to see before anybody gets them. One that came while no scanner was set has no row.
create table scans (
  attachment_id uuid primary key references attachments (id),
  number text not null references complaints (number),
  state text not null default 'waiting' check (state in ('waiting', 'clean', 'found')),
  added_at timestamptz not null default now(),
  -- How often it was begun; when it is next, or until when it is whoever's who began it.
  tries integer not null default 0,
  due_at timestamptz not null default now(),
  -- Why it could not be scanned the last time, in a code.
  last_error text,
  settled_at timestamptz,
  check ((state = 'waiting') = (settled_at is null))
);
create index on scans (due_at) where state = 'waiting';

-- What was found, in the record: appended, and chained by report as what else stands beside the procedure.
create table findings (
  number text not null references complaints (number),
  nth integer not null check (nth > 0),
  attachment_id uuid not null unique references attachments (id),
  at timestamptz not null default now(),
  -- Where the report stood.
  step smallint not null,
  -- As the scanner calls it.
  signature text not null,
  hash bytea not null,
  primary key (number, nth)
);
create index on findings (at);
-- Where the end of its chain is.
alter table complaints add column finding_count integer not null default 0;

create function finding_hash(previous bytea, f findings) returns bytea language sql stable as $$
  select sha256(coalesce(previous, ''::bytea) || convert_to(jsonb_build_array(f.number, f.nth, f.attachment_id,
    to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), f.step, f.signature)::text, 'UTF8'))
$$;

create function chain_finding() returns trigger language plpgsql as $$
begin
  perform from complaints where number = new.number for update;
  new.nth := 1 + coalesce((select max(nth) from findings where number = new.number), 0);
  new.hash := finding_hash((select hash from findings where number = new.number and nth = new.nth - 1), new);
  return new;
end $$;
create trigger findings_chain before insert on findings for each row execute function chain_finding();

create function count_finding() returns trigger language plpgsql as $$
begin
  update complaints set finding_count = new.nth where number = new.number;
  return null;
end $$;
create trigger findings_count after insert on findings for each row execute function count_finding();

create trigger findings_append_only before update or delete on findings for each row execute function refuse_change();
create trigger findings_no_truncate before truncate on findings for each statement execute function refuse_change();
