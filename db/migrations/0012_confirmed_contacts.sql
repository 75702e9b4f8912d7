-- Whether the reporter's address was confirmed by its link (readings 11, 33); null: not, or there is none.
alter table identities add column email_confirmed_at timestamptz;

-- Another address is not confirmed yet, whoever writes it.
create function unconfirm_email() returns trigger language plpgsql as $$
begin
  if new.email_confirmed_at is not distinct from old.email_confirmed_at then
    new.email_confirmed_at := null;
  end if;
  return new;
end $$;
create trigger identities_unconfirm before update of email on identities for each row
  when (new.email is distinct from old.email) execute function unconfirm_email();
