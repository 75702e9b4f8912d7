-- How it stood at an earlier moment, and by week: visits whose limit was missed, there or before the report came there
-- (reading 27), by when they ended and when they were late; reports by when they ended.
create index visits_missed on visits (coalesce(ended_at, 'infinity'))
  include (office_id, step, received_at, due_at, breached_at, paused_at, paused_ms, reported_at, number)
  where (breached_at is not null or due_at < received_at) and office_id is not null;
create index visits_breached on visits (breached_at) include (office_id, number)
  where breached_at is not null and office_id is not null;
create index complaints_ended on complaints (ended_at) where ended_at is not null;

-- Why reports were returned, the latest first.
create index events_returned on events (at) where type = 'returned';

-- Reports count once more, by week (see facts.ts): all is counted anew.
delete from figure_reports;
delete from figure_cells;
delete from figure_changes;
insert into figure_changes (number) select number from complaints;
