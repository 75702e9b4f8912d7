-- Mail that cannot be turned against anybody: codes instead of a server's words, our own faults apart, addresses confirmed and limited (reading 33).

-- What other systems said repeats addresses: of it only codes stay, in the append-only log too.
create function codes_of(words text) returns text language sql immutable strict as $$
  select coalesce(nullif(concat_ws(' ',
    substring(words from 'answered [0-9]{3}'),
    case when words !~ 'answered [0-9]{3}' then substring(words from '(?:^|[^0-9.])([245][0-9]{2})(?:[ -]|$)') end,
    substring(words from '(?:^|[^0-9.])([245]\.[0-9]{1,3}\.[0-9]{1,3})(?:[^0-9.]|$)'),
    substring(words from '(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPIPE)')
  ), ''), 'failed')
$$;
alter table delivery_attempts disable trigger delivery_attempts_append_only;
update delivery_attempts set error = codes_of(error)
where error is not null and error !~ '^(no address|no answer within [0-9]+ s)$';
alter table delivery_attempts enable trigger delivery_attempts_append_only;
update deliveries set last_error = codes_of(last_error)
where last_error is not null and last_error !~ '^(no address|removed|no answer within [0-9]+ s)$';
drop function codes_of(text);

alter table deliveries
  -- Tries in a row that failed by a fault of ours (log-in, sender, connection); they count for no limit.
  add column own_faults integer not null default 0,
  -- Keyed hash of the address that a mail was held back for, to go out with others to the same.
  add column recipient bytea,
  add column redelivered_at timestamptz,
  add column redelivered_by text references users (username);
create index on deliveries (recipient) where status = 'pending' and recipient is not null;
create index on deliveries (redelivered_by, redelivered_at) where redelivered_at is not null;

-- Paragraphs and lists as they were made, each marked as ours or as somebody's; null: an older one, all of it somebody's.
alter table notifications add column parts jsonb;

-- Keyed hashes of addresses as they are compared; an address confirmed once is known at the next report.
create table confirmed_addresses (
  address bytea primary key,
  confirmed_at timestamptz not null default now()
);
alter table identities add column email_hash bytea;
create index on identities (email_hash) where email_hash is not null;
alter table users add column email_confirmed_at timestamptz;
create trigger users_unconfirm before update of email on users for each row
  when (new.email is distinct from old.email) execute function unconfirm_email();

-- How many mails an address was sent on a day of WIB.
create table mails_sent (
  address bytea not null,
  day date not null,
  mails integer not null,
  primary key (address, day)
);
create index on mails_sent (day);
