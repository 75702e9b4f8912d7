-- reading 14: texts as everybody may read them, kept as they were masked when they were written. Null: not masked yet, so nobody reads it.
alter table complaints drop column public_search;
drop function public_text(text, text);
drop function public_text(text);

alter table complaints
  add column public_title text,
  add column public_description text,
  add column public_category text,
  add column public_first_response text,
  add column public_answer text,
  -- Its holder hid all of it.
  add column public_hidden boolean not null default false;
-- What the public register searches: nothing that it does not show.
alter table complaints add column public_search tsvector generated always as (
  case when confidentiality = 'terbuka' and not public_hidden
    then setweight(to_tsvector('indonesian', public_title), 'A') || to_tsvector('indonesian', public_description)
  end
) stored;
create index on complaints using gin (public_search);
-- What an earlier release wrote and nobody has masked yet.
create index complaints_unmasked on complaints (number) where public_title is null
  or first_response is not null and public_first_response is null or answer is not null and public_answer is null;

-- What offices hid besides, for good: words, or all of it (which may be shown again).
create table public_hidings (
  id bigint generated always as identity primary key,
  number text not null references complaints (number),
  at timestamptz not null default now(),
  username text not null references users (username),
  office_id text not null references offices (id),
  words text[] not null,
  hidden boolean not null
);
create index on public_hidings (number);
create trigger public_hidings_append_only before update or delete on public_hidings for each row execute function refuse_change();
create trigger public_hidings_no_truncate before truncate on public_hidings for each statement execute function refuse_change();
