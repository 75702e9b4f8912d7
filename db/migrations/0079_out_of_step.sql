-- The record can always bring the process back (decision 47): what does not go with its record, and what was mended.
create table out_of_step (
  number text primary key,
  noted_at timestamptz not null default now(),
  -- Somebody has to decide; it stands in the last reconciliation.
  named boolean not null default false
);

alter table reconciliations add column mended jsonb not null default '[]';

alter table admin_changes
  drop constraint admin_changes_what_check,
  add constraint admin_changes_what_check
    check (what in ('user', 'office', 'schedule', 'api-key', 'category', 'process'));
