-- What deadlines are reckoned by (policy, calendar, hours, offices) has one version, another with each change, so that who
-- keeps them in memory sees in the statement that locks a report whether they are still so. No number: a database that was
-- restored never has the version of another time again.
create table rules_version (
  single boolean primary key default true check (single),
  version uuid not null default gen_random_uuid()
);
insert into rules_version default values;

create function renew_rules_version() returns trigger language plpgsql as $$
begin
  update rules_version set version = gen_random_uuid();
  return null;
end $$;

create trigger renew_rules_version after insert or update or delete or truncate on policies
  for each statement execute function renew_rules_version();
create trigger renew_rules_version after insert or update or delete or truncate on calendar_days
  for each statement execute function renew_rules_version();
create trigger renew_rules_version after insert or update or delete or truncate on calendar_hours
  for each statement execute function renew_rules_version();
create trigger renew_rules_version after insert or update or delete or truncate on office_hours
  for each statement execute function renew_rules_version();
create trigger renew_rules_version after insert or update or delete or truncate on offices
  for each statement execute function renew_rules_version();
