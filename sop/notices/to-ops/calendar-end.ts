// reading 30: what ops are told when the longest limit reaches a year whose holidays are not decreed.
import type { Zone } from '../../offices.ts';
import type { CalendarEnd } from '../../time/calendar-end.ts';
import { localTimeInWords } from '../../time/local-time.ts';
import type { Message } from '../notices.ts';
import { told } from '../told.ts';

/** To an officer of operations, in the zone of their office. */
export function calendarEnds({ year, until }: CalendarEnd, zone: Zone): Message {
  const end = localTimeInWords(until, zone);
  return {
    kind: 'calendar-end',
    subject: { id: `Kalender ${year} belum ditetapkan`, en: `The calendar of ${year} is not decreed yet` },
    ...told(
      {
        id: `Batas waktu terpanjang yang dimulai sekarang berakhir ${end.id}. Hari libur dan cuti bersama ${year} belum ada dalam kalender.`,
        en: `The longest limit that begins now ends ${end.en}. The holidays and collective leave (cuti bersama) of ${year} are not in the calendar.`,
      },
      {
        id: `Tenggat yang memerlukan tahun itu ditandai sementara. Isi kalender ${year} pada halaman Operasi begitu keputusan bersama terbit; tenggat yang terbuka dihitung ulang.`,
        en: `Deadlines that need that year are marked provisional. Fill in the calendar of ${year} on the Operations page as soon as the joint decree is out; open deadlines are then reckoned anew.`,
      },
    ),
  };
}
