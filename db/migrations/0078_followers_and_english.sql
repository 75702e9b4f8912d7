-- What who follows a public report wished to be mailed besides first response, answer and end, as reporters may (0070).
alter table register_followers add column updates text[] not null default '{}'
  check (updates <@ array['hand-overs', 'lateness']);

-- What the system writes to officers by itself, in English, too, as notices are (0076). Null: what somebody wrote, and what
-- was written before.
alter table notes add column text_en text;
alter table webhooks add column disabled_why_en text;
