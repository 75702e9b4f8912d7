// The sentences that name workflows, their timers and their activities in the Temporal UI: the procedure's own words, nobody's text.
import type { Case } from '../case.ts';
import type { ConsultationRung } from '../beside/consultation.ts';
import type { Due } from '../fire.ts';
import type { RungKind } from '../time/clock.ts';
import { localTime } from '../time/local-time.ts';
import { type Office, type Zone, zones } from '../offices.ts';
import { clockTerms, type Kind } from '../terms.ts';
import { recordShape } from './record-summary.ts';

const rungWords: Record<RungKind, string> = {
  warn: 'peringatan',
  breach: 'lewat batas',
  escalation: 'eskalasi',
  act: 'penutupan',
};

export const courierSummary = 'Pengantar pemberitahuan';

export function recomputeSummary(id: number): string {
  return `Perhitungan ulang tenggat · perubahan ${id}`;
}

export function consultationSummary(id: string): string {
  return `Konsultasi ${id}`;
}

/** E.g. `peringatan 2026-12-01 10:30 WITA · batas konsultasi sampai 2026-12-02 16:00 WITA`. */
export function consultationTimerSummary({ kind, at, due, zone }: ConsultationRung): string {
  return rings(kind, at, 'batas konsultasi', due, zone);
}

export function successionSummary(id: number): string {
  return `Penggabungan kantor · ${id}`;
}

/** E.g. `SOP 4 · peringatan 2026-11-26 10:15 WIB · batas langkah sampai 2026-11-27 16:30 WIB`, in the holder's zone. */
export function timerSummary({ step, holder, path }: Case, { name, rung, due }: Due): string {
  const zone = (holder ?? path.national).zone;
  return `SOP ${step} · ${rings(rung.kind, rung.at, clockTerms[name], due, zone)}`;
}

/** What rings, when, of which limit that ends when. */
function rings(rung: RungKind, at: string, limit: string, due: string, zone: Zone): string {
  return `${rungWords[rung]} ${localTime(at, zone)} · ${limit} sampai ${localTime(due, zone)}`;
}

/** What activities do beside the record. */
export const activitySummaries = {
  lookUp: 'Sinyal: mencari kantor dan kuncinya',
  findOffice: 'Sinyal: mencari kantor',
  findSuccession: 'Kantor berakhir: mencari penerusnya',
  claimOriginal: 'Duplikat: memegang laporan asal',
  findOriginal: 'Duplikat: melihat laporan asal',
  releaseOriginal: 'Duplikat: melepas laporan asal',
  succeedAll: 'Memindahkan laporan ke kantor penerus',
  recomputeAll: 'Menghitung ulang setiap tenggat terbuka',
  deliverNotifications: 'Mengantar surel dan webhook yang jatuh tempo',
  sendDigests: 'Rangkuman pagi',
  sendRecaps: 'Rekap bulanan',
  sendWeeklies: 'Ringkasan pekanan',
  readRecord: 'Mencocokkan diri dengan catatan',
  reconcileRecord: 'Mencocokkan catatan dengan alur kerja',
} as const;

/** Why a question to another office is looked at. */
export const lookSummaries = {
  begun: 'Konsultasi: dimulai',
  told: 'Konsultasi: ada perubahan',
  due: 'Konsultasi: waktunya',
} as const;

/** Of a complaint's workflow; no words of the reporter. */
export function complaintSummary(
  complaint: { number: string; kind: Kind; receivedAt: string },
  national: Office,
  agency: Office | null,
): string {
  const door = agency ? `langsung ke ${agency.name}` : 'ke Admin Nasional';
  const { number, kind, receivedAt } = complaint;
  return `${number} · ${kind} ${door} · ${localTime(receivedAt, national.zone)}`;
}

const any = (words: Record<string, string>) => `(${Object.values(words).join('|')})`;
const instant = `\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d (${Object.values(zones)
  .map(({ name }) => name)
  .join('|')})`;
const limits = any({ ...clockTerms, consultation: 'batas konsultasi' });
const shapes = [
  recordShape,
  new RegExp(`^(SOP \\d+ · )?${any(rungWords)} ${instant} · ${limits} sampai ${instant}$`),
  /^Konsultasi LAP-[\d-]+-K\d+$/,
  /^Perhitungan ulang tenggat · perubahan \d+$/,
  /^Penggabungan kantor · \d+$/,
  /^LAP-[\d-]+ · (pengaduan|aspirasi|informasi) (ke Admin Nasional|langsung ke [^·]+) · [^·]+$/,
];
const sentences = new Set<string>([
  courierSummary,
  ...Object.values(activitySummaries),
  ...Object.values(lookSummaries),
]);

/** Whether `text` is one of these sentences. */
export function isSummary(text: string): boolean {
  return sentences.has(text) || shapes.some((shape) => shape.test(text));
}
