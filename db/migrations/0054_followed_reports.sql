-- Who records reads a report before it writes, without locking it, and finds by the version of its row whether it was
-- written to since. So a report that others begin to follow is written to.
create function touch_original() returns trigger language plpgsql as $$
begin
  update complaints set seq = seq where number = new.duplicate_of;
  return null;
end $$;
create trigger complaints_touch_original after update of duplicate_of on complaints for each row
  when (new.duplicate_of is not null and new.duplicate_of is distinct from old.duplicate_of)
  execute function touch_original();
