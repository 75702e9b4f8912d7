-- Where it happened, beside the words: the official code of a region, which lists are narrowed by from its beginning on.
alter table complaints add column region text check (region ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$');
create index complaints_region on complaints (region text_pattern_ops) where region is not null;
-- And the point that the reporter showed: who was there may be known by it, so it stands with who they are (reading 14).
alter table identities add column latitude double precision, add column longitude double precision,
  add check ((latitude is null) = (longitude is null));
