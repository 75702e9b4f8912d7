// The API's answers, typed by the schemas that the API itself answers with.
import type { z } from 'zod';
import type { attachmentList } from '../../../api/schemas/attachments.ts';
import type { officeList, openSession } from '../../../api/schemas/people.ts';
import type { filed, filing, reply, reporterView } from '../../../api/schemas/public.ts';
import type { registerItem, registerList } from '../../../api/schemas/register.ts';
import type { officeView } from '../../../api/schemas/office.ts';
import type { summary } from '../../../api/schemas/reports.ts';
import type {
  calendar,
  calendarChanged,
  policy,
  putCalendar,
  putPolicy,
  recomputation,
} from '../../../api/schemas/rules.ts';

export type Session = z.output<typeof openSession>;
export type User = Session['user'];
export type Agencies = z.output<typeof officeList>;
export type Filing = z.input<typeof filing>;
export type Filed = z.output<typeof filed>;
export type ReporterView = z.output<typeof reporterView>;
export type Reply = z.input<typeof reply>;
export type RegisterPage = z.output<typeof registerList>;
export type RegisterEntry = z.output<typeof registerItem>;
export type Said = NonNullable<ReporterView['answer']>;

export interface SignInMethods {
  local: boolean;
  oidc: { name: string; url: string } | null;
}

/** Of a report; `office` null: the reporter's own. */
export type Attachments = z.output<typeof attachmentList>;
export type Attachment = Attachments['items'][number];

export type ComplaintView = z.output<typeof officeView>;
export type Summary = z.output<typeof summary>;
export type CalendarYear = z.output<typeof calendar>;
export type NewCalendarYear = z.output<typeof putCalendar>;
export type Policy = z.output<typeof putPolicy>;
export type PolicyInForce = z.output<typeof policy>;
export type RulesChanged = Omit<z.output<typeof calendarChanged>, 'year'>;
export type Recomputation = z.output<typeof recomputation>;

export type Office = z.output<typeof officeList>['items'][number] & { email: string | null; active: boolean };
export type NewOffice = Office;
export type OfficeChange = Partial<Pick<Office, 'name' | 'timeZone' | 'email' | 'active'>>;
export interface Officer {
  username: string;
  name: string;
  role: 'admin' | 'ops';
  office: User['office'];
  active: boolean;
  email: string | null;
  lastSeenAt: string | null;
}
export interface OfficerChange {
  name?: string;
  role?: 'admin' | 'ops';
  officeId?: string;
  active?: boolean;
  password?: string;
  email?: string | null;
}
export type NewOfficer = Omit<OfficerChange, 'active'> & Pick<Officer, 'username' | 'name' | 'role'>;
export interface Schedule {
  id: string;
  what: string;
  when: string;
  paused: boolean;
  note: string | null;
  lastRunAt: string | null;
  nextRunAt: string | null;
}
export interface Console {
  temporalUi: string | null;
  namespace: string;
  version: string;
}
export interface ReturnBetween {
  from: { id: string; name: string };
  to: { id: string; name: string };
  count: number;
}
