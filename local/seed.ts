// The demo ministry and its people. Only for the embedded default and for tests.
import { hashPassword } from '../passwords/hash.ts';
import type { Sql } from '../db/connection/client.ts';
import type { Level } from '../sop/terms.ts';
import { publicZone, type Zone } from '../sop/offices.ts';

type SeedOffice = [id: string, name: string, level: Level, parent: string | null, zone?: Zone];
type SeedUser = [username: string, name: string, office: string, role?: 'admin' | 'ops'];

const offices: SeedOffice[] = [
  ['nasional', 'Admin Nasional SP4N-LAPOR!', 'national', null],
  ['kementerian-contoh', 'Kementerian Contoh', 'agency', 'nasional'],
  ['badan-contoh', 'Badan Contoh Nasional', 'agency', 'nasional'],
  ['ditjen-pelayanan', 'Direktorat Jenderal Pelayanan', 'echelon1', 'kementerian-contoh'],
  ['ditjen-prasarana', 'Direktorat Jenderal Prasarana', 'echelon1', 'kementerian-contoh'],
  ['deputi-data', 'Deputi Bidang Data', 'echelon1', 'badan-contoh'],
  ['upt-bandung', 'UPT Pelayanan Bandung', 'upt', 'ditjen-pelayanan'],
  ['upt-makassar', 'UPT Pelayanan Makassar', 'upt', 'ditjen-pelayanan', 'Asia/Makassar'],
  ['upt-jayapura', 'UPT Prasarana Jayapura', 'upt', 'ditjen-prasarana', 'Asia/Jayapura'],
  ['upt-denpasar', 'UPT Data Denpasar', 'upt', 'deputi-data', 'Asia/Makassar'],
];

const users: SeedUser[] = [
  ['nasional', 'Nadia Prameswari', 'nasional'],
  ['instansi', 'Indra Kusuma', 'kementerian-contoh'],
  ['instansi2', 'Ida Ayu Laksmi', 'badan-contoh'],
  ['eselon1', 'Eka Saputra', 'ditjen-pelayanan'],
  ['eselon1b', 'Endang Susilowati', 'ditjen-prasarana'],
  ['upt', 'Ujang Suparman', 'upt-bandung'],
  ['upt2', 'Utari Daeng', 'upt-makassar'],
  ['ops', 'Oki Pranata', 'nasional', 'ops'],
];

export const demoPassword = 'demo';
export const demoUsernames = users.map(([username]) => username);

/** Adds what is missing of the demo ministry; changes nothing that is there. */
export async function seedDemo(sql: Sql): Promise<void> {
  const [known] = await sql`select from users where username = 'upt2'`;
  if (known) return;
  const passwordHash = await hashPassword(demoPassword);
  await sql.begin(async (tx) => {
    for (const [id, name, level, parent, zone = publicZone] of offices) {
      await tx`
        insert into offices (id, name, level, parent_id, time_zone)
        values (${id}, ${name}, ${level}, ${parent}, ${zone}) on conflict do nothing`;
    }
    for (const [username, name, office, role = 'admin'] of users) {
      await tx`
        insert into users (username, name, password_hash, role, office_id, demo)
        values (${username}, ${name}, ${passwordHash}, ${role}, ${office}, true) on conflict do nothing`;
    }
  });
}
