// The sentences that name workflows and timers in the Temporal UI: the procedure's own words, nobody's text.
import type { RungKind } from '../time/clock.ts';
import { localTime } from '../time/local-time.ts';
import type { Office } from '../offices.ts';
import { type ClockName, clockTerms, type Kind } from '../terms.ts';

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

export const consultationTimerSummary = 'batas konsultasi';

export function successionSummary(id: number): string {
  return `Penggabungan kantor · ${id}`;
}

export function timerSummary(rung: RungKind, clock: ClockName): string {
  return `${rungWords[rung]} · ${clockTerms[clock]}`;
}

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

const any = (words: Record<string, string>) => Object.values(words).join('|');
const shapes = [
  new RegExp(`^(${any(rungWords)}) · (${any(clockTerms)})$`),
  /^Konsultasi LAP-[\d-]+-K\d+$/,
  /^Perhitungan ulang tenggat · perubahan \d+$/,
  /^Penggabungan kantor · \d+$/,
  /^LAP-[\d-]+ · (pengaduan|aspirasi|informasi) (ke Admin Nasional|langsung ke [^·]+) · [^·]+$/,
];

/** Whether `text` is one of these sentences. */
export function isSummary(text: string): boolean {
  return (
    text === courierSummary || text === consultationTimerSummary || shapes.some((shape) => shape.test(text))
  );
}
