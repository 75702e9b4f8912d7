-- What is append-only cannot be emptied either; these two could still be truncated.
create trigger notes_no_truncate before truncate on notes for each statement execute function refuse_change();
create trigger delivery_attempts_no_truncate before truncate on delivery_attempts
  for each statement execute function refuse_change();
