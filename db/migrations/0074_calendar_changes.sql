-- Each change of a year's calendar: by whom, what, and by which decree; the newest decree that is named is the year's.
create table calendar_changes (
  id bigint generated always as identity primary key,
  year integer not null check (year between 2000 and 2099),
  -- Such as "SKB 3 Menteri Nomor 1497 Tahun 2025"; null: none was named.
  decree text,
  what text not null,
  at timestamptz not null default now(),
  by text not null references users (username)
);
create index on calendar_changes (year, id);
create trigger calendar_changes_append_only before update or delete on calendar_changes
  for each row execute function refuse_change();
create trigger calendar_changes_no_truncate before truncate on calendar_changes
  for each statement execute function refuse_change();
