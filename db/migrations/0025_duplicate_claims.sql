-- Which report was, or is about to be, rejected as the duplicate of which (reading 21): its workflow claims that first.
create table duplicate_claims (
  number text primary key references complaints (number),
  -- Null: given up. A late attempt to make the same claim again finds its token here.
  original text references complaints (number),
  token text not null,
  at timestamptz not null default now()
);
