// What the reporter's own data are: taken away whole, and erased after the end (reading 33).
import type { App, Services } from '../../services.ts';
import { attachmentsOf } from '../../../db/attachments/attachments.ts';
import { complaintByNumber } from '../../../db/complaints/complaint-row.ts';
import { isReachedBy } from '../../../db/people/contacts.ts';
import { eraseReporter } from '../../../db/people/sealed/erase.ts';
import { contactKey } from '../../../db/secrets/secrets.ts';
import { numberParams, problemsOf } from '../../../contract/common.ts';
import { erasure, ownDataProof } from '../../../contract/reporter/contacts.ts';
import { ownData } from '../../../contract/reporter/own-data.ts';
import { reporterView } from '../../../contract/reporter/public.ts';
import { publicZone } from '../../../sop/offices.ts';
import { attachmentOf } from '../../attachments/view.ts';
import { besideForReporter, viewForReporter } from '../../complaints/complaint-routes.ts';
import { invalidField, Problem } from '../../http/problems.ts';
import { zoned } from '../../values/zoned.ts';

export function ownDataRoutes(app: App, services: Services): void {
  const { sql } = services;

  app.post(
    '/v1/complaints/:number/own-data',
    {
      // Few, so that nobody who found a key guesses the contact.
      config: { callers: ['reporter'], limit: { name: 'own-data', perMinute: 10 } },
      schema: {
        summary: 'All that is kept of you and your report, as one document (UU 27/2022); nothing changes',
        tags: ['public'],
        params: numberParams,
        body: ownDataProof,
        response: { 200: ownData, ...problemsOf(403, 404) },
      },
    },
    async (request, reply) => {
      const row = request.opened;
      const { number } = row;
      const [key, beside] = await Promise.all([contactKey(sql), besideForReporter(services, number)]);
      const { identity, point } = beside;
      if (identity && !isReachedBy(key, identity, request.body.contact)) {
        throw new Problem('forbidden', {
          detail: {
            id: 'Tulis surel atau nomor telepon yang Anda berikan pada laporan ini.',
            en: 'Write the e-mail address or the telephone number that you gave for this report.',
          },
        });
      }
      const [report, files] = await Promise.all([
        viewForReporter(services, request, row, beside),
        attachmentsOf(sql, number, false),
      ]);
      return reply.header('content-disposition', `attachment; filename="${number}.json"`).send({
        exportedAt: zoned(new Date(), publicZone),
        reporter: identity ? { ...identity, updates: [...identity.updates], point } : null,
        report,
        attachments: files.map((file) => attachmentOf(file, row, undefined)),
      });
    },
  );

  app.post(
    '/v1/complaints/:number/erasure',
    {
      config: { callers: ['reporter'], limit: { name: 'erasure', perMinute: 10 } },
      schema: {
        summary:
          'Erase who you are, once the report has ended; the report itself stays, and nobody undoes it',
        description:
          'Name, address, telephone, NIK and place go for good, with the word of a rating; title, text and place lose what names you. What was said in the course of the report stays in its record.',
        tags: ['public'],
        params: numberParams,
        body: erasure,
        response: { 200: reporterView, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const { number } = request.opened;
      if (request.body.number !== number)
        throw invalidField('number', {
          id: 'Tulis nomor laporan ini sekali lagi untuk menghapus.',
          en: "Write this report's number once more to erase.",
        });
      if (!(await sql.begin((tx) => eraseReporter(tx, number, 'reporter'))))
        throw new Problem('wrong-step', {
          detail: {
            id: 'Identitas dapat dihapus setelah laporan berakhir.',
            en: 'Who you are can be erased once the report has ended.',
          },
        });
      return viewForReporter(services, request, (await complaintByNumber(sql, number)) ?? request.opened);
    },
  );
}
