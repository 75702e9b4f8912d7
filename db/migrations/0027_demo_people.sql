-- Who came with the demo ministry: they sign in only where it runs. All of one ministry were added in one transaction.
alter table users add column demo boolean not null default false;
update users set demo = true
where username in ('nasional', 'instansi', 'instansi2', 'eselon1', 'eselon1b', 'upt', 'upt2', 'ops')
  and created_at = (select created_at from users where username = 'upt2' and office_id = 'upt-makassar');
