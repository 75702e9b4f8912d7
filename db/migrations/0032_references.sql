-- reading 28: the numbers by which other systems know a report; each belongs to one, and none is ever taken away.
create table complaint_references (
  number text not null references complaints (number),
  -- Its place in the chain of the report's own references, given by the database.
  nth integer not null check (nth > 0),
  -- In whatever capitals, and without a colon: `source:id` is said in one.
  source text not null check (source ~ '^[^:]{1,40}$'),
  id text not null check (length(id) between 1 and 200),
  at timestamptz not null default now(),
  -- The officer, and the office of then; null: nobody knows any more.
  by_name text,
  office_id text references offices (id),
  hash bytea not null,
  primary key (number, nth)
);
-- How many there are: where the end of its chain is.
alter table complaints add column reference_count integer not null default 0;

create function reference_hash(previous bytea, r complaint_references) returns bytea language sql stable as $$
  select sha256(coalesce(previous, ''::bytea) || convert_to(jsonb_build_array(r.number, r.nth, r.source, r.id,
    to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), r.by_name, r.office_id)::text, 'UTF8'))
$$;

-- What was filed under an id from outside is known by it. (The release that drops external_id adds what the release
-- before this one wrote while both ran.)
insert into complaint_references (number, nth, source, id, at, by_name, office_id, hash)
select number, 1, 'impor', external_id, filed_at, filed_by_name, filed_by_office_id, ''
from complaints where external_id is not null;
update complaint_references r set hash = reference_hash(null, r);
update complaints set reference_count = 1 where external_id is not null;

create unique index complaint_references_known on complaint_references (lower(source), id);
create index complaint_references_sought on complaint_references (lower(id));

-- Chained by the database, whoever inserts; one at a time for a report.
create function chain_reference() returns trigger language plpgsql as $$
begin
  perform from complaints where number = new.number for update;
  new.nth := 1 + coalesce((select max(nth) from complaint_references where number = new.number), 0);
  new.hash := reference_hash(
    (select hash from complaint_references where number = new.number and nth = new.nth - 1), new);
  return new;
end $$;
create trigger complaint_references_chain before insert on complaint_references
  for each row execute function chain_reference();

-- Not before: what is there already is not inserted after all.
create function count_reference() returns trigger language plpgsql as $$
begin
  update complaints set reference_count = new.nth where number = new.number;
  return null;
end $$;
create trigger complaint_references_count after insert on complaint_references
  for each row execute function count_reference();

create trigger complaint_references_append_only before update or delete on complaint_references
  for each row execute function refuse_change();
create trigger complaint_references_no_truncate before truncate on complaint_references
  for each statement execute function refuse_change();
