// reading 30: what ops are told when the longest limit reaches a year whose holidays are not decreed.
import type { Zone } from '../../offices.ts';
import type { CalendarEnd } from '../../time/calendar-end.ts';
import { localTimeInWords } from '../../time/local-time.ts';
import type { Message } from '../notices.ts';
import { told } from '../told.ts';

/** To an officer of operations, in the zone of their office. */
export function calendarEnds({ year, until }: CalendarEnd, zone: Zone): Message {
  return {
    kind: 'calendar-end',
    subject: `Kalender ${year} belum ditetapkan`,
    ...told(
      `Batas waktu terpanjang yang dimulai sekarang berakhir ${localTimeInWords(until, zone)}. Hari libur dan cuti bersama ${year} belum ada dalam kalender.`,
      `Tenggat yang memerlukan tahun itu ditandai sementara. Isi kalender ${year} pada halaman Operasi begitu keputusan bersama terbit; tenggat yang terbuka dihitung ulang.`,
    ),
  };
}
