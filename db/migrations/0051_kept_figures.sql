-- Figures are kept (decision 32): what each report counts for, and the sums of that. What changed is noted as it is written
-- and folded in behind it; a reader counts by itself what is not folded in yet.

-- Of which reports something changed that a figure may depend on; a number stands here as often as it happened.
create table figure_changes (
  number text not null,
  at timestamptz not null default now()
);

-- A report counts `n` times, with `total`, for `key` of `figure`, to whoever looks from one of `scopes`: the offices whose
-- part of the tree it is, and '' for who sees all.
create type figure_fact as (scopes text[], figure text, key text[], n bigint, total bigint);

-- What each report counts for in the sums.
create table figure_reports (
  number text primary key,
  received_at timestamptz not null,
  -- The month of receipt in WIB, `2026-11`.
  span text collate "C" not null,
  facts figure_fact[] not null,
  -- The offices that it names and all above them: with another tree it counts for others.
  offices text[] not null,
  -- When it counts otherwise though nothing happens: a deadline passes.
  until timestamptz
);
create index on figure_reports (received_at);
create index on figure_reports (until) where until is not null;

-- The sums: by scope; of a month of receipt, or '' for all time.
create table figure_cells (
  scope text collate "C" not null,
  span text collate "C" not null,
  figure text collate "C" not null,
  key text[] not null,
  n bigint not null,
  total bigint not null,
  primary key (scope, span, figure, key)
) with (fillfactor = 70);

-- Times are counted by buckets, each a thirtieth or a fiftieth of an e-fold wide: enough to see in which of them a median lies.
-- Within it an index tells which it is.
create function figure_visit_bucket(consumed_ms bigint) returns integer language sql immutable strict parallel safe
as $$ select floor(ln(greatest(consumed_ms, 1)::float8) * 30)::integer $$;
create function figure_answer_bucket(answer_ms bigint) returns integer language sql immutable strict parallel safe
as $$ select floor(ln(greatest(answer_ms, 1)::float8) * 50)::integer $$;
-- From receipt to answer.
create function figure_answer_ms(received timestamptz, answered timestamptz) returns bigint language sql immutable strict
parallel safe as $$ select round(extract(epoch from answered - received) * 1000)::bigint $$;
create index visits_times on visits (step, figure_visit_bucket(consumed_ms), consumed_ms) include (office_id, number)
  where office_id is not null and consumed_ms is not null;
create index visits_office_times on visits (office_id, figure_visit_bucket(consumed_ms), consumed_ms) include (number)
  where office_id is not null and consumed_ms is not null;
create index complaints_answer_times on complaints
  (figure_answer_bucket(figure_answer_ms(received_at, answered_at)), figure_answer_ms(received_at, answered_at))
  where answered_at is not null;

create function note_figure_changes() returns trigger language plpgsql as $$
begin
  insert into figure_changes (number) select distinct number from fresh;
  return null;
end $$;
create trigger complaints_figures after insert on complaints referencing new table as fresh
  for each statement execute function note_figure_changes();
-- Whatever an entry changes, it changes in the transaction that writes the entry.
create trigger events_figures after insert on events referencing new table as fresh
  for each statement execute function note_figure_changes();
create trigger consultations_figures after insert on consultations referencing new table as fresh
  for each statement execute function note_figure_changes();
create trigger consultations_figures_changed after update on consultations referencing new table as fresh
  for each statement execute function note_figure_changes();

create function note_figure_change() returns trigger language plpgsql as $$
begin
  insert into figure_changes (number) values (new.number);
  return null;
end $$;
-- What no entry changed: ratings, and what was changed by hand.
create trigger complaints_figures_changed after update on complaints for each row
  when (old.seq = new.seq and
    (old.kind, old.category, old.channel, old.status, old.step, old.holder_id, old.agency_id, old.filed_by_office_id,
      old.received_at, old.deadline, old.first_response_at, old.answered_at, old.ended_at, old.closed_by,
      old.rating_count)
    is distinct from
    (new.kind, new.category, new.channel, new.status, new.step, new.holder_id, new.agency_id, new.filed_by_office_id,
      new.received_at, new.deadline, new.first_response_at, new.answered_at, new.ended_at, new.closed_by,
      new.rating_count))
  execute function note_figure_change();

create function note_figures_of_office() returns trigger language plpgsql as $$
begin
  -- What is being folded in has not seen the new tree: it is waited for, so that its reports are found here.
  lock table figure_cells in share row exclusive mode;
  insert into figure_changes (number) select number from figure_reports where new.id = any(offices);
  return null;
end $$;
create trigger offices_figures after update on offices for each row
  when ((old.parent_id, old.successor_id, old.time_zone) is distinct from (new.parent_id, new.successor_id, new.time_zone))
  execute function note_figures_of_office();

insert into figure_changes (number) select number from complaints;
