-- Each entry that a decision writes into an index is paid for by whoever decides. By trigrams of the title nothing is
-- looked for any more.
drop index complaints_title_idx;
-- What an office was told is read by id, the newest first, and read no further than it is shown; what a reporter was told
-- is no office's.
drop index notifications_office_id_created_at_idx;
create index notifications_of_office on notifications (office_id, id) where office_id is not null;
-- How often an address was to be confirmed lately.
create index notifications_confirming on notifications (created_at) where kind = 'confirm-address';
