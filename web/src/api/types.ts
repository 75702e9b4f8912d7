// What the API takes and answers, typed by the schemas that the API itself uses.
import type { z } from 'zod';
import type { attachmentList } from '../../../contract/attachments/schemas.ts';
import type { apiKeyList, newApiKey } from '../../../contract/api-keys.ts';
import type { askedList } from '../../../contract/consultations.ts';
import type { eventList } from '../../../contract/lists/events.ts';
import type { givenKey, keyCodeAsked, keyRenewal } from '../../../contract/reporter/access-keys.ts';
import type * as looks from '../../../contract/lists/looks.ts';
import type { confirmed } from '../../../contract/reporter/contacts.ts';
import type { decision, decisionPreview, outcome } from '../../../contract/decision.ts';
import type {
  bulkAnswer,
  colleagues,
  draftList,
  duplicates,
  note,
  handed,
  likely,
  loads,
  officeSuggestions,
  officerList,
  manySendings,
  manySendingsAnswer,
  presence,
  sendingBody,
  sendingList,
  templateList,
} from '../../../contract/desk.ts';
import type {
  addedFactor,
  factors,
  provenSession,
  startedTotp,
} from '../../../contract/identity/second-factor.ts';
import type * as notifications from '../../../contract/notifications.ts';
import type { newView, viewCounts, viewList } from '../../../contract/lists/views.ts';
import type { disposedList, hiding, inboxCounts, itemList, officeView } from '../../../contract/office.ts';
import type { accountRequestList } from '../../../contract/operations/account-requests.ts';
import type { cockpit } from '../../../contract/operations/cockpit.ts';
import type * as ops from '../../../contract/ops.ts';
import type {
  notificationList,
  officeList,
  openSession,
  sessionList,
  signInMethods,
} from '../../../contract/people.ts';
import type {
  complaintChange,
  filed,
  filing,
  reply,
  reporterView,
} from '../../../contract/reporter/public.ts';
import type * as categories from '../../../contract/reporter/categories.ts';
import type { usualTimes } from '../../../contract/reporter/usual.ts';
import type { mapSource, regionList, shownPoint } from '../../../contract/reporter/regions.ts';
import type { linkRated, newRating } from '../../../contract/reporter/ratings.ts';
import type { reference } from '../../../contract/references.ts';
import type { performance } from '../../../contract/reporter/performance.ts';
import type { registerItem, registerList } from '../../../contract/reporter/register.ts';
import type {
  commentedList,
  returnedList,
  returnList,
  summary,
  weekList,
} from '../../../contract/reports.ts';
import type * as rules from '../../../contract/operations/rules.ts';
import type * as successions from '../../../contract/successions.ts';

type Output<S extends z.ZodType> = z.output<S>;
type Input<S extends z.ZodType> = z.input<S>;
/** One of a list. */
type One<S extends z.ZodType<{ items: unknown[] }>> = z.output<S>['items'][number];

// Who one is.
export type Session = Output<typeof openSession>;
export type User = Session['user'];
export type OpenSession = One<typeof sessionList>;
export type SignInMethods = Output<typeof signInMethods>;
export type Factors = Output<typeof factors>;
export type AddedFactor = Output<typeof addedFactor>;
export type ProvenSession = Output<typeof provenSession>;
export type StartedTotp = Output<typeof startedTotp>;
export type Confirmed = Output<typeof confirmed>;

// Reports, as their reporters and the public see them.
export type Filing = Input<typeof filing>;
export type Filed = Output<typeof filed>;
export type ReporterView = Output<typeof reporterView>;
export type Said = NonNullable<ReporterView['answer']>;
export type Rating = Output<typeof newRating>;
export type LinkRated = Output<typeof linkRated>;
export type ComplaintChange = Input<typeof complaintChange>;
export type Reply = Input<typeof reply>;
export type KeyCodeAsked = Input<typeof keyCodeAsked>;
export type KeyRenewal = Input<typeof keyRenewal>;
export type GivenKey = Output<typeof givenKey>;
export type Performance = Output<typeof performance>;
export type RegisterPage = Output<typeof registerList>;
export type RegisterEntry = Output<typeof registerItem>;
export type UsualTimes = Output<typeof usualTimes>;
export type Categories = Output<typeof categories.categoryList>;
export type Category = Categories['items'][number];
export type Regions = Output<typeof regionList>;
export type Region = Regions['items'][number];
export type MapSource = Output<typeof mapSource>;
export type Point = Output<typeof shownPoint>;
export type Attachments = Output<typeof attachmentList>;
/** `office` null: the reporter's own. */
export type Attachment = Attachments['items'][number];

// Reports, as offices see them.
export type Items = Output<typeof itemList>;
export type Item = Items['items'][number];
export type InboxCounts = Output<typeof inboxCounts>;
/** What my office disposed, as it stands below. */
export type Disposed = One<typeof disposedList>;
export type Report = Output<typeof officeView>;
export type RecordEvents = Output<typeof eventList>;
export type RecordEvent = RecordEvents['items'][number];
export type HidingBody = Input<typeof hiding>;
export type DecisionBody = Input<typeof decision>;
export type DecisionPreview = Output<typeof decisionPreview>;
export type Consultation = Report['consultations'][number];
export type AskedConsultations = Output<typeof askedList>;
export type AskedConsultation = AskedConsultations['items'][number];
export type Reference = Input<typeof reference>;
/** Who looked at the reporter's identity or opened a file. */
export type Look = One<typeof looks.officeLooks>;
/** The same as its reporter reads it. */
export type LookForReporter = One<typeof looks.reporterLooks>;
export type ReadReport = One<typeof looks.readList>;
export type Outcome = Output<typeof outcome>;
export type BulkAnswer = Output<typeof bulkAnswer>;
export type Duplicates = Output<typeof duplicates>;
/** Of each row of a list the one most like it. */
export type LikelyOnes = Output<typeof likely>;
export type OfficeSuggestions = Output<typeof officeSuggestions>;

// The desk.
export type Drafts = Output<typeof draftList>;
export type SendingBody = Input<typeof sendingBody>;
export type Sendings = Output<typeof sendingList>;
/** What stands by to be sent. */
export type Sending = Sendings['items'][number];
export type PresenceBody = Input<typeof presence>;
export type ManySendings = Input<typeof manySendings>;
export type ManySendingsAnswer = Output<typeof manySendingsAnswer>;
export type Draft = Drafts['items'][number];
export type NoteBody = Input<typeof note>;
export type Officers = Output<typeof officerList>;
export type Handed = Output<typeof handed>;
export type Loads = Output<typeof loads>;
export type Colleagues = Output<typeof colleagues>;
export type Views = Output<typeof viewList>;
export type View = Views['items'][number];
export type NewView = Input<typeof newView>;
export type ViewCounts = Output<typeof viewCounts>;
export type Templates = Output<typeof templateList>;
export type Template = Templates['items'][number];
export type Notifications = Output<typeof notificationList>;
export type Choices = Output<typeof notifications.choices>;
export type Deliveries = Output<typeof notifications.deliveryList>;
export type Delivery = Deliveries['items'][number];
export type Webhooks = Output<typeof notifications.webhookList>;
export type Webhook = Output<typeof notifications.webhook>;

/** Who else has a report open, as the live connection tells it. */
export interface Presence {
  number: string;
  people: { name: string; office: { id: string; name: string }; doing: NonNullable<PresenceBody['doing']> }[];
}

// The tree, its people, and what runs.
export type Offices = Output<typeof officeList>;
export type Office = Offices['items'][number];
export type NewCategory = Input<typeof categories.newCategory>;
export type CategoryChange = Input<typeof categories.changedCategory>;
export type NewOffice = Input<typeof ops.newOffice>;
export type OfficeChange = Input<typeof ops.changedOffice>;
export type Officer = Output<typeof ops.user>;
export type NewOfficer = Input<typeof ops.newUser>;
export type OfficerChange = Input<typeof ops.changedUser>;
/** What ops ask of accounts where two of them are wanted. */
export type AccountRequests = Output<typeof accountRequestList>;
export type AccountRequest = AccountRequests['items'][number];
export type ApiKey = One<typeof apiKeyList>;
export type NewApiKey = Input<typeof newApiKey>;
/** How each part of the running system is. */
export type Cockpit = Output<typeof cockpit>;
export type CockpitParts = Cockpit['parts'];
export type PassedOver = One<typeof ops.passedOverList>;
export type Schedule = One<typeof ops.scheduleList>;
export type Console = Output<typeof ops.consoleSettings>;

// Rules and figures.
export type Policy = Output<typeof rules.putPolicy>;
export type Limit = Policy['completion'];
export type PolicyInForce = Output<typeof rules.policy>;
export type CalendarYear = Output<typeof rules.calendar>;
export type NewCalendarYear = Output<typeof rules.putCalendar>;
export type OfficeHours = Output<typeof rules.officeHours>;
export type NewOfficeHours = Output<typeof rules.putOfficeHours>;
export type RulesChanged = Omit<Output<typeof rules.calendarChanged>, 'year'>;
export type NewSuccession = Input<typeof successions.newSuccession>;
export type SuccessionBegun = Output<typeof successions.successionBegun>;
export type Succession = Output<typeof successions.succession>;
export type Recomputation = Output<typeof rules.recomputation>;
export type Summary = Output<typeof summary>;
export type Returns = Output<typeof returnList>;
export type Returned = One<typeof returnedList>;
export type Commented = One<typeof commentedList>;
export type Weeks = Output<typeof weekList>;
