// The API's answers, typed by the schemas that the API itself answers with.
import type { z } from 'zod';
import type { attachmentList } from '../../../api/schemas/attachments.ts';
import type { officeList, openSession } from '../../../api/schemas/people.ts';
import type { filed, filing, reply, reporterView } from '../../../api/schemas/public.ts';
import type { registerItem, registerList } from '../../../api/schemas/register.ts';

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
