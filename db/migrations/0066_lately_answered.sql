-- What was answered lately, of each kind: how long people may expect to wait.
create index complaints_answered on complaints (kind, answered_at desc) where answered_at is not null;
