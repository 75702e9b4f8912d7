-- What reports are about, as a tree that ops keep. A report keeps the words it was filed with; the tree reads them (decision 40).
create table categories (
  code text primary key check (code ~ '^[a-z0-9][a-z0-9-]{1,63}$'),
  parent_code text references categories (code) check (parent_code <> code),
  name text not null,
  name_en text,
  -- What belongs to it, for who chooses.
  examples text,
  -- The agency that usually has such reports; null: that of the category above.
  agency_id text references offices (id),
  -- What such reports usually are, and by which law.
  kind text check (kind in ('informasi', 'aspirasi', 'pengaduan', 'oversight')),
  legal_basis text,
  -- Among those directly below the same one.
  position integer not null default 0,
  ended_at timestamptz
);
create index on categories (parent_code);

-- Each name that a category has or had, and its code, in small letters: by these a report's words are of a category.
create table category_names (
  name text primary key,
  code text not null references categories (code)
);
create index on category_names (code);

-- Its names and those of all below it; none when it is the name of no category.
create function names_in_category(sought text) returns setof text language sql stable as $$
  with recursive branch as (
    select n.code from category_names n where n.name = lower(sought)
    union select c.code from categories c join branch b on c.parent_code = b.code
  )
  select n.name from category_names n join branch b on b.code = n.code
$$;

-- After the one that has API keys in it.
alter table admin_changes drop constraint admin_changes_what_check,
  add constraint admin_changes_what_check check (what in ('user', 'office', 'schedule', 'api-key', 'category'));

-- What the form offered before.
insert into categories (code, name, name_en, examples, kind, position) values
  ('infrastruktur', 'Infrastruktur', 'Infrastructure', 'jalan rusak, jembatan, lampu jalan, drainase, air bersih', null, 10),
  ('pelayanan-publik', 'Pelayanan publik', 'Public services', 'antrean, loket, layanan daring, jam layanan', null, 20),
  ('kesehatan', 'Kesehatan', 'Health', 'puskesmas, rumah sakit, BPJS Kesehatan, imunisasi', null, 30),
  ('pendidikan', 'Pendidikan', 'Education', 'sekolah, guru, ijazah, beasiswa, penerimaan murid', null, 40),
  ('kependudukan', 'Kependudukan', 'Civil registration', 'KTP, kartu keluarga, akta kelahiran, pindah domisili', null, 50),
  ('bantuan-sosial', 'Bantuan sosial', 'Social assistance', 'PKH, sembako, data penerima', null, 60),
  ('lingkungan', 'Lingkungan', 'Environment', 'sampah, pencemaran, penebangan, limbah', null, 70),
  ('perhubungan', 'Perhubungan', 'Transport', 'angkutan umum, terminal, rambu, parkir', null, 80),
  ('perizinan', 'Perizinan', 'Licensing', 'izin usaha, OSS, persetujuan bangunan', null, 90),
  ('ketenagakerjaan', 'Ketenagakerjaan', 'Employment', 'upah, PHK, BPJS Ketenagakerjaan, pekerja migran', null, 100),
  ('keamanan', 'Keamanan', 'Safety and order', 'ketertiban, pencurian, kebisingan', null, 110),
  ('perilaku-petugas', 'Perilaku petugas', 'Conduct of officials', 'pungutan liar, tidak sopan, diskriminasi', 'oversight', 120);
insert into category_names (name, code) select lower(name), code from categories union select code, code from categories;
