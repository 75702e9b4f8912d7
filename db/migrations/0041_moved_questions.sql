-- reading 16: the deadline of a question moved, and its workflow, which may wait for the old one, is still to be told.
alter table consultations add column moved_at timestamptz;
create index consultations_moved on consultations (moved_at) where moved_at is not null;
