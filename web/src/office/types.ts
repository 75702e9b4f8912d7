// The API's answers to offices, typed by the schemas that the API itself answers with.
import type { bulkAnswer, colleagues, duplicates, templateList } from '../../../contract/desk.ts';
import type { decision, outcome } from '../../../contract/decision.ts';
import type { choices, deliveryList, webhook, webhookList } from '../../../contract/notifications.ts';
import type { eventList, hiding, itemList, officeView } from '../../../contract/office.ts';
import type { notificationList, officeList } from '../../../contract/people.ts';
import type { filed, filing } from '../../../contract/public.ts';
import type { policy } from '../../../contract/rules.ts';
import type { Input, Output } from '../api/types.ts';

export type Items = Output<typeof itemList>;
export type Item = Items['items'][number];
export type Report = Output<typeof officeView>;
export type HidingBody = Input<typeof hiding>;
export type Events = Output<typeof eventList>;
export type RecordEvent = Events['items'][number];
export type Duplicates = Output<typeof duplicates>;
export type DecisionBody = Input<typeof decision>;
export type Outcome = Output<typeof outcome>;
export type BulkAnswer = Output<typeof bulkAnswer>;
export type Offices = Output<typeof officeList>;
export type Office = Offices['items'][number];
export type Colleagues = Output<typeof colleagues>;
export type Templates = Output<typeof templateList>;
export type Template = Templates['items'][number];
export type Policy = Output<typeof policy>['policy'];
export type Limit = Policy['rows']['1'];
export type Notifications = Output<typeof notificationList>;
export type Choices = Output<typeof choices>;
export type Deliveries = Output<typeof deliveryList>;
export type Delivery = Deliveries['items'][number];
export type Webhooks = Output<typeof webhookList>;
export type Webhook = Output<typeof webhook>;
export type Filing = Input<typeof filing>;
export type Filed = Output<typeof filed>;

export interface Attachment {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  /** Absent: the original. */
  copy?: 'cleaned' | 'withheld';
  visibility: 'reporter' | 'internal';
  at: string;
  by: string;
}

/** What only operations staff are told. */
export interface Console {
  temporalUi: string | null;
  namespace: string;
  version: string;
}
