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
  const end = localTimeInWords(until, zone);
  return {
    kind: 'api-key-ends',
    subject: { id: `Kunci API ${name} segera berakhir`, en: `API key ${name} ends soon` },
    ...told(
      {
        id: `Kunci API ${name} (…${hint}) milik ${office} berakhir ${end.id}. Sesudah itu program yang memakainya ditolak.`,
        en: `API key ${name} (…${hint}) of ${office} ends ${end.en}. After that the program that uses it is refused.`,
      },
      {
        id: 'Buat kunci baru pada halaman Operasi, pasang pada programnya, lalu cabut yang lama.',
        en: 'Make a new key on the Operations page, give it to the program, then revoke the old one.',
      },
    ),
  };
}
