// Of the cockpit: viruses in files, and who reads identities; what is known, what may be wrong, and what to do then.
import type { Said } from './cockpit.ts';

interface ScanFacts {
  on: boolean;
  waiting: number;
  waitsSeconds: number;
  lastError: string | null;
  found: { number: string; signature: string; at: string }[];
}

export const safety = {
  lines: {
    scanning: ({ on, waiting, waitsSeconds, lastError, found }: ScanFacts, said: Said) => [
      ...(on ? [] : ['Pemindai belum diatur (CLAMD); berkas baru langsung dapat dibuka']),
      waiting === 0
        ? 'Tidak ada yang menunggu'
        : `${said.number(waiting)} berkas menunggu, yang terlama ${said.number(Math.ceil(waitsSeconds / 60))} menit${lastError ? ` (${lastError})` : ''}`,
      ...found.map(({ number, signature, at }) => `${signature}: ${number}, ${said.moment(at)}`),
    ],
    reading: ({ days, unusual }: { days: number; unusual: unknown[] }, { number }: Said) => [
      unusual.length === 0
        ? `Tidak ada yang tidak biasa dalam ${number(days)} hari`
        : `${number(unusual.length)} kali tidak biasa dalam ${number(days)} hari`,
    ],
  },
  troubles: {
    'scan-late': [
      'Ada berkas yang belum diperiksa dari virus.',
      'Selama itu tidak dapat dibuka siapa pun. Periksa apakah clamd berjalan dan terjangkau (CLAMD); setelah pulih diperiksa sendiri.',
    ],
    'virus-found': [
      'Ada virus dalam berkas yang dikirim.',
      'Berkas itu ditahan dan pengirimnya diberi tahu; tidak ada yang harus dibuka. Bila pengirimnya petugas, periksa komputernya.',
    ],
    'unusual-reading': [
      'Ada petugas yang membaca identitas pelapor dengan cara yang tidak biasa.',
      'Ini bukan bukti. Buka daftar bacaannya dan minta atasannya menanyakan sebabnya; bila tidak ada yang wajar, keluarkan ia dari semua sesi dan ikuti panduan.',
    ],
  },
};
