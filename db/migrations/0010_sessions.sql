-- Sessions that end, and users whose office or role is another one, are told of: their open streams end or hear other things at once.
create function tell_sessions() returns trigger language plpgsql as $$
begin
  perform pg_notify('sessions', '');
  return null;
end $$;
create trigger ended_sessions_tell after insert on ended_sessions for each statement execute function tell_sessions();
create trigger users_tell_sessions after update of epoch, active, role, office_id on users
  for each statement execute function tell_sessions();
create trigger offices_tell_sessions after update of active, level, parent_id on offices
  for each statement execute function tell_sessions();
