// The calendar as shipped: holidays and collective leave 2025–2027, office hours of Perpres 21/2023 with Ramadan's (reading 16).
import type { Calendar, OfficeHours } from './calendar.ts';
import data from './calendar-id.json' with { type: 'json' };

const usual = [
  ['07:30', '12:00'],
  ['13:00', '16:00'],
] as const;
const friday = [
  ['07:30', '11:30'],
  ['13:00', '16:30'],
] as const;
const fasting = [
  ['08:00', '12:00'],
  ['12:30', '15:00'],
] as const;
const fastingFriday = [
  ['08:00', '11:30'],
  ['12:30', '15:30'],
] as const;

const week: OfficeHours['week'] = { 1: usual, 2: usual, 3: usual, 4: usual, 5: friday };
const ramadan: OfficeHours['week'] = { 1: fasting, 2: fasting, 3: fasting, 4: fasting, 5: fastingFriday };

/** As rows for the tables `calendar_days` and `calendar_hours`. */
export const shippedDays: { date: string; name: string; kind: string }[] = Object.values(data.years).flat();

export const shippedHours: OfficeHours[] = [
  { name: 'Jam kerja (Perpres 21/2023)', from: '2000-01-01', to: '2099-12-31', week },
  { name: 'Jam kerja Ramadan 1446 H', from: '2025-03-01', to: '2025-03-30', week: ramadan },
  { name: 'Jam kerja Ramadan 1447 H', from: '2026-02-19', to: '2026-03-19', week: ramadan },
  { name: 'Jam kerja Ramadan 1448 H (perkiraan)', from: '2027-02-08', to: '2027-03-09', week: ramadan },
];

export const shippedCalendar: Calendar = {
  days: new Map(shippedDays.map(({ date, name, kind }) => [date, { name, kind }])),
  hours: shippedHours,
};
