-- reading 33: an address that a reporter gave up is told so; it is kept for that mail alone, and only while it is owed.
create table parting_addresses (
  notification_id bigint primary key references notifications (id),
  email text not null
);
