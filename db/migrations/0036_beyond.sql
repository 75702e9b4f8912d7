-- What superiors count beyond the straight way is a small part of the record.
create index events_beyond on events (type, number) where type in ('recalled', 'corrected', 'extended', 'objected');
