-- What who follows a public report wished to be mailed besides first response, answer and end, as reporters may (0070).
alter table register_followers add column updates text[] not null default '{}'
  check (updates <@ array['hand-overs', 'lateness']);
