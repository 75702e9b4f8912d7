// Spans of office hours and limits, in words.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/client.ts';
import { officeKeys } from './keys.ts';
import type { OfficeTexts } from './texts.ts';
import type { Calendar, Limit } from './types.ts';

type TimeTexts = OfficeTexts['words']['time'];

/** Perpres 21/2023: what Monday to Friday have, until the calendar is there. */
const usualMinutes = 450;

function minutesOf(span: readonly string[]): number {
  const [from = 0, to = 0] = span.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  return to - from;
}

/** Office minutes of a working day on `date`: of the shortest entry that covers it, as deadlines are reckoned. */
function minutesOfDay(calendar: Calendar, date: string): number {
  const span = ({ from, to }: Calendar['hours'][number]) => Date.parse(to) - Date.parse(from);
  const covering = calendar.hours.filter(({ from, to }) => from <= date && date <= to);
  const [entry] = covering.toSorted((a, b) => span(a) - span(b));
  const day = entry?.week['1']?.reduce((sum, one) => sum + minutesOf(one), 0);
  return day || usualMinutes;
}

/** How long a working day is now, in office minutes. */
export function useMinutesOfDay(): number {
  const [today] = useState(() => new Date());
  const year = today.getFullYear();
  const { data } = useQuery({
    queryKey: officeKeys.calendar(year),
    queryFn: ({ signal }) => ask<Calendar>(`/v1/calendar/${year}`, { signal }),
    staleTime: 3_600_000,
  });
  const date = `${year}-${String(today.getMonth() + 1).padStart(2, '0')}-${String(today.getDate()).padStart(2, '0')}`;
  return data ? minutesOfDay(data, date) : usualMinutes;
}

/** `2 hari kerja 3 jam`; the sign does not count. */
export function spanWords(officeMinutes: number, minutesPerDay: number, time: TimeTexts): string {
  const all = Math.abs(officeMinutes);
  if (all < 1) return time.lessThanAMinute;
  const days = Math.floor(all / minutesPerDay);
  const hours = Math.floor((all % minutesPerDay) / 60);
  const minutes = Math.round((all % minutesPerDay) % 60);
  if (days > 0) return hours > 0 ? `${time.days(days)} ${time.hours(hours)}` : time.days(days);
  const parts = [hours > 0 && time.hours(hours), minutes > 0 && time.minutes(minutes), time.working];
  return parts.filter(Boolean).join(' ');
}

/** `60 menit kerja`, `3 hari kerja`. */
export function limitWords(limit: Limit, time: TimeTexts): string {
  if ('workingDays' in limit) return time.days(limit.workingDays);
  if ('officeMinutes' in limit) return `${time.minutes(limit.officeMinutes)} ${time.working}`;
  return time.seconds(limit.seconds);
}
