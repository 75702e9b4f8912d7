-- Whose report is nobody's any more (reading 33): that it is so, since when, and by whom. Who it was is gone with its key.
create table erasures (
  number text primary key references complaints (number),
  at timestamptz not null default now(),
  by text not null check (by in ('reporter', 'retention'))
);
create trigger erasures_append_only before update or delete on erasures for each row execute function refuse_change();
create trigger erasures_no_truncate before truncate on erasures for each statement execute function refuse_change();

-- What people call their files may tell who they are: sealed, and erased with the rest. `attachments.name` of then on is in our words.
create table attachment_names (
  attachment_id uuid primary key references attachments (id),
  sealed bytea not null
);
