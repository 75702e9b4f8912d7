-- Breaches that stand (readings 15, 16): each limit that was missed, but for those that a decree undid since.
create view breaches as
select e.number, e.seq, e.at, e.step, e.data #>> '{alert,clock}' as clock,
  (e.data #>> '{alert,due}')::timestamptz as due, e.data #>> '{alert,charged}' as charged
from events e
where (e.type = 'breached' or (e.type = 'escalated' and e.data #> '{alert,missed}' = 'true'))
  and not exists (
    select from events u
    where u.number = e.number and u.seq > e.seq and u.type = 'unbreached'
      and (u.data #> '{undone,seq}' = to_jsonb(e.seq) or (u.data #> '{undone,seq}' is null
        and u.data #>> '{undone,clock}' = e.data #>> '{alert,clock}'
        and u.data #>> '{undone,due}' = e.data #>> '{alert,due}')));
