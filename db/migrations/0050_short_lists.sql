-- Lists read about as much as they show, however many reports there are: each has an index in its own order.

-- The inbox, also of what has no deadline; in place of (holder_id, deadline).
create index complaints_held on complaints (holder_id, coalesce(deadline, 'infinity'), number) where ended_at is null;
drop index complaints_holder_id_deadline_idx;
-- Of the digest.
create index complaints_awaiting on complaints (holder_id, coalesce(deadline, 'infinity'), number)
  where status = 'awaiting-completion' and ended_at is null;
create index complaints_by_status on complaints (status, received_at desc, number desc);
-- What may stand in the public register (see register.ts).
create index complaints_registered on complaints (received_at desc, number desc)
  where confidentiality = 'terbuka' and not public_hidden and public_title is not null
    and status not in ('received', 'rejected', 'withdrawn');
-- Of the metrics.
create index deliveries_failed on deliveries (channel) where status = 'failed';

-- Which offices have or had a part in a report by themselves (see involves), the newest report first. It only grows. The
-- tree is not in it: whoever is above or comes after is looked up when somebody asks.
create table complaint_parts (
  office_id text not null,
  received_at timestamptz not null,
  number text not null,
  primary key (office_id, received_at, number)
);
insert into complaint_parts
select office.id, c.received_at, c.number
from complaints c, lateral (values (c.holder_id), (c.agency_id), (c.filed_by_office_id)) office (id)
where office.id is not null
union
select v.office_id, c.received_at, c.number from visits v join complaints c on c.number = v.number
where v.office_id is not null;

create function note_parts() returns trigger language plpgsql as $$
begin
  insert into complaint_parts
  select office, new.received_at, new.number
  from unnest(array[new.holder_id, new.agency_id, new.filed_by_office_id]) office where office is not null
  on conflict do nothing;
  return null;
end $$;
create trigger complaints_parts after insert on complaints for each row
  when (num_nonnulls(new.holder_id, new.agency_id, new.filed_by_office_id) > 0) execute function note_parts();
create trigger complaints_parts_changed after update on complaints for each row
  when ((new.holder_id, new.agency_id, new.filed_by_office_id, new.received_at)
    is distinct from (old.holder_id, old.agency_id, old.filed_by_office_id, old.received_at)) execute function note_parts();

create function note_part_of_visit() returns trigger language plpgsql as $$
begin
  insert into complaint_parts
  select distinct v.office_id, c.received_at, c.number from fresh v join complaints c on c.number = v.number
  where v.office_id is not null
  on conflict do nothing;
  return null;
end $$;
create trigger visits_parts after insert on visits referencing new table as fresh
  for each statement execute function note_part_of_visit();
