// Of the cockpit: viruses in files, and who reads identities; what is known, what may be wrong, and what to do then, in English.
import type { safety as indonesian } from '../../id/oversight/safety.ts';

export const safety: typeof indonesian = {
  lines: {
    scanning: ({ on, waiting, waitsSeconds, lastError, found }, said) => [
      ...(on ? [] : ['No scanner is set (CLAMD); new files can be opened at once']),
      waiting === 0
        ? 'Nothing waits'
        : `${said.number(waiting)} ${waiting === 1 ? 'file waits' : 'files wait'}, the oldest for ${said.number(Math.ceil(waitsSeconds / 60))} min${lastError ? ` (${lastError})` : ''}`,
      ...found.map(({ number, signature, at }) => `${signature}: ${number}, ${said.moment(at)}`),
    ],
    reading: ({ days, unusual }, { number }) => [
      unusual.length === 0
        ? `Nothing unusual within ${number(days)} days`
        : `Unusual ${unusual.length === 1 ? 'once' : `${number(unusual.length)} times`} within ${number(days)} days`,
    ],
  },
  troubles: {
    'scan-late': [
      'There are files that were not scanned for viruses yet.',
      'Nobody can open them until then. Check that clamd runs and is within reach (CLAMD); once it is, they are scanned by themselves.',
    ],
    'virus-found': [
      'A file that was sent has a virus.',
      'It is kept back and its sender was told; nothing is to be opened. When an officer sent it, check their computer.',
    ],
    'unusual-reading': [
      'Somebody reads identities of reporters in an unusual way.',
      'It proves nothing. See what they read and have their superior ask why; without a good reason, sign them out everywhere and follow the runbook.',
    ],
  },
};
