// What ops are told before an API key of an office ends (decision 43).
import type { Zone } from '../../offices.ts';
import { localTimeInWords } from '../../time/local-time.ts';
import type { Message } from '../notices.ts';
import { told } from '../told.ts';

/** In the zone of the key's office; `until`: ISO 8601 UTC. */
export function apiKeyEnds(
  { name, hint, office, until }: { name: string; hint: string; office: string; until: string },
  zone: Zone,
): Message {
  return {
    kind: 'api-key-ends',
    subject: `Kunci API ${name} segera berakhir`,
    ...told(
      `Kunci API ${name} (…${hint}) milik ${office} berakhir ${localTimeInWords(until, zone)}. Sesudah itu program yang memakainya ditolak.`,
      'Buat kunci baru pada halaman Operasi, pasang pada programnya, lalu cabut yang lama.',
    ),
  };
}
