-- What officers need daily: who filed for whom, duplicates, notes, a colleague, templates.
alter table complaints
  add column filed_by_name text,
  add column filed_by_office_id text references offices (id),
  add column duplicate_of text references complaints (number),
  add column assignee text references users (username);
create index complaints_text_trgm on complaints using gin ((title || ' ' || left(description, 1000)) gin_trgm_ops);
create index on complaints (duplicate_of) where duplicate_of is not null;

create table notes (
  id bigint generated always as identity primary key,
  number text not null references complaints (number),
  at timestamptz not null default now(),
  office_id text not null references offices (id),
  username text not null references users (username),
  name text not null,
  text text not null
);
create index on notes (number, at);
create trigger notes_append_only before update or delete on notes for each row execute function refuse_change();

create table templates (
  id bigint generated always as identity primary key,
  office_id text not null references offices (id),
  action text not null check (action in ('respond', 'answer', 'reject', 'return', 'request-completion')),
  title text not null,
  text text not null,
  updated_by text not null references users (username),
  updated_at timestamptz not null default now(),
  unique (office_id, action, title)
);
