-- reading 19: where and when it happened, given at filing or put right since.
alter table complaints add column place text, add column happened_on date;
