-- A hash chain per complaint: each event's hash covers the one before it, so that a change, a gap or a cut shows.
alter table events add column hash bytea;

-- Everything of an event that means something, in one text whatever the session's settings.
create function event_text(e events) returns text language sql stable as $$
  select jsonb_build_array(
    e.number, e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.type, e.step, e.to_step,
    e.status, e.actor_role, e.actor_office_id, e.actor_name, e.from_office_id, e.to_office_id, e.reason, e.text,
    to_char(e.deadline at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.data)::text
$$;

create function event_hash(previous bytea, e events) returns bytea language sql stable as $$
  select sha256(coalesce(previous, ''::bytea) || convert_to(event_text(e), 'UTF8'))
$$;

-- Chained by the database, whoever inserts.
create function chain_event() returns trigger language plpgsql as $$
begin
  new.hash := event_hash((select hash from events where number = new.number and seq = new.seq - 1), new);
  return new;
end $$;
create trigger events_chain before insert on events for each row execute function chain_event();

alter table events disable trigger events_append_only;
do $$
declare
  e events;
begin
  for e in select * from events order by number, seq loop
    update events set hash = event_hash((select hash from events where number = e.number and seq = e.seq - 1), e)
    where number = e.number and seq = e.seq;
  end loop;
end $$;
alter table events enable trigger events_append_only;
alter table events alter column hash set not null;
