-- What waits for its workflow, in the order in which it is begun: what people file before a backlog, which may be long.
create index complaints_waiting on complaints (backlog, filed_at, number) where started_at is null;
drop index complaints_filed_at_idx;
