// What the public sends and sees.
import { z } from 'zod';
import { rulesOf } from '../../sop/procedure.ts';
import {
  channels,
  clockNames,
  confidentialities,
  kinds,
  levels,
  reporterActions,
  statuses,
} from '../../sop/terms.ts';
import { email, emailConfirmed, phone, updates } from './contacts.ts';
import {
  category,
  happenedOn,
  id,
  instant,
  language,
  line,
  place,
  provisional,
  said,
  step,
  title,
  words,
} from '../common.ts';
import { nothingChanged, wrong } from '../problems/wrong.ts';
import { publicFollowers } from './register.ts';
import { rating } from './ratings.ts';
import { knownReference, references } from '../references.ts';
import { point, regionCode, shownPoint, shownRegion } from './regions.ts';

export const filing = z
  .object({
    kind: z.enum(kinds),
    title: title(200),
    description: words(20_000),
    channel: z.enum(channels).default('web'),
    category: category.nullish(),
    place: place.nullish().describe('Where it happened'),
    region: regionCode.nullish(),
    point: point.nullish(),
    happenedOn: happenedOn.nullish(),
    agencyId: id.nullish().describe('Set: straight to that agency (SOP 3). Absent: to national (SOP 2)'),
    oversight: z.boolean().default(false).describe('Berkadar pengawasan (only pengaduan)'),
    confidentiality: z.enum(confidentialities).default('terbuka'),
    language: language.optional().describe('What the reporter is written to in; absent: Indonesian'),
    reporter: z.object({
      name: line(200),
      email: email.nullish(),
      phone: phone.nullish(),
      nik: z
        .string()
        .regex(/^\d{16}$/, wrong({ id: 'NIK terdiri atas 16 angka', en: 'A NIK has 16 digits' }))
        .nullish(),
      updates: updates.optional(),
    }),
    receivedAt: instant.nullish().describe('Of a backlog; national admins only'),
    backlog: z
      .boolean()
      .optional()
      .describe(
        'Offices hear of it in one summary, the reporter gets no receipt; national admins only. Absent: of what was received over an hour ago',
      ),
    notifyReporter: z
      .boolean()
      .optional()
      .describe('Of a backlog: the reporter gets the receipt all the same; national admins only'),
    externalId: line(200)
      .nullish()
      .describe('Of a backlog, files once; a reference of the source `impor`; national admins only'),
    references: references.optional().describe('Its numbers in other systems; officers only (reading 28)'),
  })
  .refine(({ kind, oversight }) => kind === 'pengaduan' || !oversight, {
    path: ['oversight'],
    ...wrong({
      id: 'Kadar pengawasan hanya berlaku untuk pengaduan',
      en: 'Oversight (kadar pengawasan) is of complaints (pengaduan) alone',
    }),
  });

export const filed = z.object({
  number: z.string(),
  accessKey: z.string().describe('Shown once'),
  kind: z.enum(kinds),
  status: z.enum(statuses),
  step,
  receivedAt: instant,
  alreadyFiled: z.boolean().optional().describe('True when this outside id was filed before'),
});

const followedSaid = z.object({
  at: instant,
  text: z.string().nullable().describe('Null: not for your eyes'),
});

const publicHolder = z.object({ name: z.string(), level: z.enum([...levels, 'system']) });
export const reporterView = z.object({
  number: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  description: z.string(),
  category: z.string().nullable(),
  place: z.string().nullable(),
  region: shownRegion.nullable(),
  point: shownPoint.nullable(),
  happenedOn: z.string().nullable().describe('The day, YYYY-MM-DD'),
  confidentiality: z.enum(confidentialities),
  status: z.enum(statuses),
  step,
  stepName: z.string(),
  holder: publicHolder,
  receivedAt: instant,
  firstResponse: said.nullable(),
  answer: said.nullable(),
  closesAt: instant
    .nullable()
    .describe('When silence closes it (SOP 11), or makes its rejection final (reading 22)'),
  stepDue: instant.nullable().describe('Until when the holder owes the next step'),
  provisional: provisional.describe(
    'Of `stepDue`, `completeBy` or `closesAt`, as `provisional` of an office',
  ),
  firstResponseDue: instant.nullable(),
  firstResponseProvisional: provisional,
  wholeDue: instant.nullable().describe('Until when the answer is owed'),
  wholeProvisional: provisional,
  completeBy: instant
    .nullable()
    .describe(
      'Until when the reporter may complete the report; null while that time does not run yet (reading 11)',
    ),
  closedBy: z.enum(['system', 'reporter', 'office']).nullable(),
  options: z.array(z.enum(reporterActions)),
  timeline: z.array(
    z.object({
      at: instant,
      step,
      type: z.string(),
      title: z.string(),
      office: z.string().nullable().describe('Who acted; null: the reporter or the system'),
      to: z.string().nullable().describe('The office that has it since'),
      binding: z.boolean().describe('A disposition that cannot be returned (reading 10)'),
      text: z.string().nullable(),
      clock: z.enum(clockNames).nullable().describe('Of a limit that was missed (`breached`): which'),
    }),
  ),
  rating: rating.nullable().describe('How satisfied you were (reading 26)'),
  mayRate: z.boolean().describe('From the answer until 30 days after the end'),
  rateUntil: instant.nullable().describe('Null while it has not ended'),
  references: z.array(knownReference).describe('Its numbers in other systems'),
  followers: z.number().int().describe('How many other reports were found to be of the same (reading 21)'),
  publicFollowers,
  original: z
    .object({
      number: z.string(),
      firstResponse: followedSaid.nullable(),
      answer: followedSaid.nullable(),
      endedAt: instant.nullable(),
    })
    .nullable()
    .describe('The report that this one repeats, and follows (reading 21)'),
  endedAt: instant.nullable(),
  attachments: z.number().int().describe('How many files are for the reporter'),
  contact: z
    .object({ email: z.string().nullable(), phone: z.string().nullable() })
    .describe('How you are reached, masked but for what tells one address from another'),
  emailConfirmed,
  updates,
  language: language.describe('What you are written to in'),
});

/** What is not there stays as it is; null: none any more. */
export const complaintChange = z
  .strictObject({
    confidentiality: z.enum(confidentialities).optional().describe('Who may see it, until the end'),
    language: language.optional().describe('What you are written to in from now on'),
    reporter: z
      .strictObject({
        email: email.nullable().optional(),
        phone: phone.nullable().optional(),
        updates: updates.optional(),
      })
      .refine((change) => Object.keys(change).length > 0, nothingChanged)
      .optional(),
  })
  .refine((change) => Object.keys(change).length > 0, nothingChanged);

export const reply = z
  .object({ type: z.enum(reporterActions), text: words(20_000).nullish() })
  .refine(({ type, text }) => text || rulesOf(type).every((move) => move.text !== 'required'), {
    path: ['text'],
    ...wrong({ id: 'Wajib diisi', en: 'Required' }),
  });
