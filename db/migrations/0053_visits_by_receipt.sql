-- When the report of a visit was received stands with the visit, so that times of a period are found without looking each
-- report up.
alter table visits add column reported_at timestamptz;
update visits v set reported_at = c.received_at from complaints c where c.number = v.number;

drop trigger visits_parts on visits;
drop function note_part_of_visit();
create function note_part_of_visit() returns trigger language plpgsql as $$
begin
  select received_at into new.reported_at from complaints where number = new.number;
  if new.office_id is not null then
    insert into complaint_parts values (new.office_id, new.reported_at, new.number) on conflict do nothing;
  end if;
  return new;
end $$;
create trigger visits_parts before insert on visits for each row execute function note_part_of_visit();

drop index visits_times, visits_office_times;
create index visits_times on visits (step, figure_visit_bucket(consumed_ms), consumed_ms) include (office_id, reported_at)
  where office_id is not null and consumed_ms is not null;
create index visits_office_times on visits (office_id, figure_visit_bucket(consumed_ms), consumed_ms) include (reported_at)
  where office_id is not null and consumed_ms is not null;
