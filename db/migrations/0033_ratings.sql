-- reading 26: how satisfied reporters are. Each change is a row; the last one of a report counts.
create table ratings (
  number text not null references complaints (number),
  -- Its place in the chain of the report's own ratings, given by the database.
  nth integer not null check (nth > 0),
  at timestamptz not null default now(),
  score smallint not null check (score between 1 and 5),
  -- Whose answer was in force.
  office_id text not null references offices (id),
  -- The answer, by its seq, whose mail brought the link that was pressed; null: by the access key. A link rates once.
  link_seq integer,
  -- SHA-256 of salt and comment, so that the chain stays whole when the comment is erased.
  comment_digest bytea,
  hash bytea not null,
  primary key (number, nth),
  unique (number, link_seq)
);
create index on ratings (office_id);
-- Words of the public, apart from what is kept for good: they are erased as an identity is.
create table rating_comments (
  number text not null,
  nth integer not null,
  salt bytea not null,
  text text not null,
  primary key (number, nth),
  foreign key (number, nth) references ratings (number, nth)
);
-- How many there are: which one counts, and where the end of the chain is.
alter table complaints add column rating_count integer not null default 0;

create function rating_hash(previous bytea, r ratings) returns bytea language sql stable as $$
  select sha256(coalesce(previous, ''::bytea) || convert_to(jsonb_build_array(r.number, r.nth,
    to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), r.score, r.office_id, r.link_seq,
    encode(r.comment_digest, 'hex'))::text, 'UTF8'))
$$;

create function chain_rating() returns trigger language plpgsql as $$
begin
  perform from complaints where number = new.number for update;
  new.nth := 1 + coalesce((select max(nth) from ratings where number = new.number), 0);
  new.hash := rating_hash((select hash from ratings where number = new.number and nth = new.nth - 1), new);
  return new;
end $$;
create trigger ratings_chain before insert on ratings for each row execute function chain_rating();

create function count_rating() returns trigger language plpgsql as $$
begin
  update complaints set rating_count = new.nth where number = new.number;
  return null;
end $$;
create trigger ratings_count after insert on ratings for each row execute function count_rating();

create trigger ratings_append_only before update or delete on ratings for each row execute function refuse_change();
create trigger ratings_no_truncate before truncate on ratings for each statement execute function refuse_change();
