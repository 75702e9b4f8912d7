-- What people read (decision 45): the reporter, who follows in the register, the officer (null: never chose, reads Indonesian).
alter table identities add column language text not null default 'id' check (language in ('id', 'en'));
alter table register_followers add column language text not null default 'id' check (language in ('id', 'en'));
alter table users add column language text check (language in ('id', 'en'));

-- The subject in English; null: told before there was any. The English of the lines stands beside them, in `parts`.
alter table notifications add column subject_en text;
