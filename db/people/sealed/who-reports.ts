// Who is to be told when people's data got out (docs/leak.md): of each of these reports, as far as anybody is known.
import type { Confidentiality, Kind } from '../../../sop/terms.ts';
import type { Db } from '../../connection/client.ts';
import { keptPerson, type KeptPerson, openPerson } from '../identities.ts';

interface WhoReports {
  number: string;
  confidentiality: Confidentiality;
  kind: Kind;
  name: string;
  email: string | null;
  confirmed: boolean;
  phone: string | null;
  /** Whether theirs is known. */
  nik: boolean;
  files: number;
}

export async function whoReports(db: Db, numbers: readonly string[]): Promise<WhoReports[]> {
  const rows = await db<(Omit<WhoReports, 'name' | 'email' | 'phone' | 'nik'> & { person: KeptPerson })[]>`
    select i.number, c.confidentiality, c.kind, i.email_confirmed_at is not null as confirmed,
      (select count(*) from attachments a where a.number = i.number) as files, ${keptPerson(db, db`i.number`)} as person
    from identities i join complaints c using (number) where i.number = any(${[...numbers]}::text[]) order by i.number`;
  return rows.map(({ person, ...row }) => {
    const { name, email, phone, nik } = openPerson(db, person);
    return { ...row, name, email, phone, nik: nik !== null };
  });
}
