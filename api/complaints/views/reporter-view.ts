// What the reporter sees: where the report is and what was said to them, in plain words; nothing that offices say to each other.
import type { z } from 'zod';
import type { Beside } from '../../../db/complaints/beside.ts';
import type { ComplaintRow } from '../../../db/complaints/complaint-row.ts';
import type { Followed } from '../../../db/complaints/followers.ts';
import type { EventRow } from '../../../db/record/events.ts';
import { clockSeen, system } from '../../../sop/case.ts';
import type { Calendars } from '../../../sop/time/calendar.ts';
import { isProvisional } from '../../../sop/time/calendar-end.ts';
import { procedure } from '../../../sop/procedure.ts';
import { ratingStands, rateUntil } from '../../../sop/beside/rating.ts';
import { changeNames } from '../../../sop/terms.ts';
import { usualLanguage } from '../../../sop/texts/language.ts';
import { reporterOptions } from '../../../sop/refusal.ts';
import { closesAt, firstResponder, holderOf, saidOf } from './office-view.ts';
import type { reporterView } from '../../../contract/reporter/public.ts';
import { publicZone as zone } from '../../../sop/offices.ts';
import { maskedContact } from '../../identity/contacts/masked.ts';
import { shownRegion } from '../../regions/region-names.ts';
import { zoned, zonedOrNull } from '../../values/zoned.ts';

export type ReporterView = z.output<typeof reporterView>;

interface Line {
  title: (event: EventRow) => string;
  /** Whose words the reporter may read. */
  says?: 'reason' | 'text';
}

const office = (name: string | null) => name ?? system.name;

const missed: Partial<Record<NonNullable<EventRow['alert']>['clock'], (holder: string) => string>> = {
  row: (holder) => `${holder} melewati batas waktu langkah ini`,
  firstResponse: () => 'Batas waktu respon awal terlewati',
  whole: () => 'Batas waktu jawaban terlewati',
};

/** What the reporter is told of; of alerts only that a limit was missed; refused decisions are the offices' own. */
const lines: Record<string, Line | undefined> = {
  filed: { title: () => 'Laporan Anda masuk' },
  acknowledged: { title: ({ toName }) => `Laporan diterima dan diteruskan ke ${office(toName)}` },
  received: { title: ({ fromName }) => `Diterima oleh ${office(fromName)}` },
  accepted: { title: ({ fromName }) => `Diverifikasi: menjadi kewenangan ${office(fromName)}` },
  disposed: {
    title: ({ toName, binding }) =>
      `Diteruskan ke ${office(toName)}${binding ? ', dan tidak dapat dikembalikan lagi' : ''}`,
  },
  returned: { title: ({ toName }) => `Dikembalikan ke ${office(toName)} untuk diverifikasi ulang` },
  responded: { title: ({ actorOfficeName }) => `Respon dari ${office(actorOfficeName)}`, says: 'text' },
  answered: { title: ({ fromName }) => `Jawaban dari ${office(fromName)}`, says: 'text' },
  rejected: { title: () => 'Laporan tidak dapat diproses', says: 'reason' },
  'rejection-final': { title: () => 'Penolakan menjadi tetap' },
  followed: { title: () => 'Laporan yang Anda ikuti digabungkan dengan laporan lain, yang kini Anda ikuti' },
  'original-ended': { title: () => 'Laporan yang Anda ikuti sudah berakhir' },
  'completion-requested': {
    title: ({ fromName }) => `${office(fromName)} meminta kelengkapan`,
    says: 'reason',
  },
  told: { title: ({ fromName }) => `${office(fromName)} mencatat bahwa Anda sudah diberi tahu` },
  completed: { title: () => 'Anda melengkapi laporan', says: 'text' },
  replied: { title: () => 'Anda membalas', says: 'text' },
  objected: { title: () => 'Anda mengajukan keberatan', says: 'text' },
  confirmed: { title: () => 'Anda mengonfirmasi; laporan ditutup', says: 'text' },
  closed: { title: () => 'Laporan ditutup oleh sistem' },
  withdrawn: {
    title: ({ actorRole }) =>
      actorRole === 'reporter' ? 'Anda menarik laporan' : 'Laporan ditutup karena tidak dilengkapi',
    says: 'text',
  },
  recalled: {
    title: ({ toName }) => `Ditarik kembali oleh ${office(toName)} untuk diverifikasi ulang`,
    says: 'reason',
  },
  asked: { title: ({ fromName }) => `Pertanyaan dari ${office(fromName)}`, says: 'text' },
  corrected: {
    title: ({ actorRole, corrections }) =>
      actorRole === 'reporter'
        ? 'Anda mengubah siapa yang boleh melihat laporan'
        : `Data laporan diperbaiki: ${(corrections ?? []).map(({ field }) => changeNames[field]).join(', ')}`,
    says: 'reason',
  },
  extended: { title: ({ fromName }) => `${office(fromName)} memperpanjang batas waktu`, says: 'reason' },
  messaged: { title: () => 'Anda menulis pesan', says: 'text' },
  breached: { title: ({ alert, fromName }) => (alert && missed[alert.clock]?.(office(fromName))) ?? '' },
  succeeded: { title: ({ fromName, toName }) => `${office(fromName)} bergabung ke ${office(toName)}` },
  recomputed: { title: () => 'Batas waktu dihitung ulang karena hari kerja atau aturan berubah' },
};

/** In WIB. */
export function reporterViewOf(
  row: ComplaintRow,
  events: EventRow[],
  {
    attachments,
    contact,
    point,
    identity,
    references,
    rating,
    followers,
    publicFollowers,
    keyChanges,
    original,
    calendar,
  }: Beside & { original: Followed | undefined; calendar: Calendars },
): ReporterView {
  const { name, level } = holderOf(row);
  return {
    number: row.number,
    kind: row.kind,
    title: row.title,
    description: row.description,
    category: row.category,
    place: row.place,
    region: shownRegion(row.region),
    point,
    happenedOn: row.happenedOn,
    confidentiality: row.confidentiality,
    status: row.status,
    step: row.step,
    stepName: procedure[row.step].name,
    holder: { name, level },
    receivedAt: zoned(row.receivedAt, zone),
    firstResponse: saidOf(row.firstResponseAt, row.firstResponse, firstResponder(events), zone),
    answer: saidOf(row.answeredAt, row.answer, row.answerOffice, zone),
    closesAt: closesAt(row, zone),
    stepDue:
      row.status === 'received' || row.status === 'in-process' ? zonedOrNull(row.deadline, zone) : null,
    provisional: isProvisional(row.state ? clockSeen(row.state) : undefined, calendar),
    firstResponseDue: zonedOrNull(row.firstResponseDue, zone),
    firstResponseProvisional: isProvisional(row.state?.clocks.firstResponse, calendar),
    wholeDue: zonedOrNull(row.wholeDue, zone),
    wholeProvisional: isProvisional(row.state?.clocks.whole, calendar),
    completeBy: row.status === 'awaiting-completion' ? zonedOrNull(row.deadline, zone) : null,
    closedBy: row.closedBy,
    options: row.state ? reporterOptions(row.state, new Date().toISOString()) : [],
    timeline: withKeys(
      events.filter((event) => !isUndone(event, events)),
      keyChanges,
    ),
    references: references.map(({ source, id }) => ({ source, id })),
    rating: rating ? { score: rating.score, comment: rating.comment, at: zoned(rating.at, zone) } : null,
    mayRate: ratingStands(row, Date.now()) === 'open',
    rateUntil: zonedOrNull(rateUntil(row), zone),
    followers,
    publicFollowers,
    original: original ? originalOf(original) : null,
    endedAt: zonedOrNull(row.endedAt, zone),
    attachments,
    contact: maskedContact(identity),
    updates: [...(identity?.updates ?? [])],
    language: identity?.language ?? usualLanguage,
    emailConfirmed: contact?.email ? contact.confirmedAt !== null : null,
  };
}

/** reading 21: as everybody may read it, or only that it was answered. */
function originalOf(original: Followed): NonNullable<ReporterView['original']> {
  return {
    number: original.number,
    firstResponse: followedSaid(original.firstResponseAt, original.firstResponse),
    answer: followedSaid(original.answeredAt, original.answer),
    endedAt: zonedOrNull(original.endedAt, zone),
  };
}

function followedSaid(at: Date | null, text: string | null) {
  return at && { at: zoned(at, zone), text };
}

/** reading 16: a limit that a later decree moved was not missed. */
function isUndone({ type, seq, alert }: EventRow, events: readonly EventRow[]): boolean {
  return (
    type === 'breached' &&
    events.some(
      (later) => later.seq > seq && later.undone?.clock === alert?.clock && later.undone?.due === alert?.due,
    )
  );
}

const keyTitles = {
  'key-renewed': 'Kunci akses baru diambil dengan kode lewat surel',
  'key-revoked': 'Kunci akses diganti; yang lama tidak berlaku lagi',
};

/** What happened, with the access keys that were made anew between (decision 51), each after what was before it. */
function withKeys(events: readonly EventRow[], keys: Beside['keyChanges']): ReporterView['timeline'] {
  const told = events.flatMap((event) => lineOf(event).map((line) => ({ at: event.at, line })));
  for (const { at, type, step } of keys) {
    const line = { at: zoned(at, zone), step, type, title: keyTitles[type], office: null, to: null };
    const place = told.findLastIndex((one) => one.at <= at) + 1;
    told.splice(place, 0, { at, line: { ...line, binding: false, text: null, clock: null } });
  }
  return told.map(({ line }) => line);
}

function lineOf(event: EventRow): ReporterView['timeline'] {
  const line = lines[event.type];
  const title = line?.title(event);
  if (!line || !title) return [];
  const { alert } = event;
  return [
    {
      at: zoned(event.at, zone),
      step: event.step,
      type: event.type,
      title,
      office: event.actorOfficeName,
      to: event.toName,
      binding: event.binding,
      text: line.says ? event[line.says] : null,
      clock: alert && alert.clock !== 'consultation' ? alert.clock : null,
    },
  ];
}
