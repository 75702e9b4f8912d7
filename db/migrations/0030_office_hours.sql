-- Hours of one office, which count before the common ones on the dates that they cover (reading 29).

create table office_hours (
  id bigint generated always as identity primary key,
  office_id text not null references offices (id),
  name text not null,
  from_date date not null,
  to_date date not null,
  hours jsonb not null,
  check (from_date <= to_date),
  unique (office_id, name, from_date)
);
