// The API's answers, typed by the schemas that the API itself answers with.
import type { z } from 'zod';
import type { attachmentList } from '../../../contract/attachments/schemas.ts';
import type { officeList, oneOffice, openSession, sessionList } from '../../../contract/people.ts';
import type { filed, filing, reply, reporterView } from '../../../contract/public.ts';
import type { registerItem, registerList } from '../../../contract/register.ts';
import type { officeView } from '../../../contract/office.ts';
import type {
  changedOffice,
  changedUser,
  consoleSettings,
  newOffice,
  newUser,
  passedOverList,
  scheduleList,
  user,
} from '../../../contract/ops.ts';
import type { returnList, summary } from '../../../contract/reports.ts';
import type {
  calendar,
  calendarChanged,
  policy,
  putCalendar,
  putPolicy,
  recomputation,
} from '../../../contract/rules.ts';

/** What a schema of the API gives. */
export type Output<S extends z.ZodType> = z.output<S>;
/** What it takes. */
export type Input<S extends z.ZodType> = z.input<S>;

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

export type Office = z.output<typeof oneOffice>;
export type NewOffice = z.input<typeof newOffice>;
export type OfficeChange = z.input<typeof changedOffice>;
export type Officer = z.output<typeof user>;
export type NewOfficer = z.input<typeof newUser>;
export type OfficerChange = z.input<typeof changedUser>;
export type OpenSession = z.output<typeof sessionList>['items'][number];
export type PassedOver = z.output<typeof passedOverList>['items'][number];
export type Schedule = z.output<typeof scheduleList>['items'][number];
export type Console = z.output<typeof consoleSettings>;
export type ReturnBetween = z.output<typeof returnList>['items'][number];
