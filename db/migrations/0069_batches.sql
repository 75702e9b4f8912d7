-- A decision for many reports at once stands by, too (decision 36): one batch, taken back or sent together.
alter table drafts
  add column batch text,
  -- What was being written for the report itself before the batch stood by in its place.
  add column before jsonb;
