-- A backlog is taken in quietly: no receipts unless asked for, and one summary to an office instead of a mail a report.
alter table complaints add column backlog boolean not null default false;
alter table complaints add column tell_reporter boolean not null default true;

-- What of a backlog an office has not been told yet: that a report came, or that one came late already.
create table backlog_untold (
  office_id text not null references offices (id),
  number text not null references complaints (number),
  late boolean not null,
  at timestamptz not null default now(),
  primary key (office_id, number, late)
);
