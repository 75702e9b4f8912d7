// Advice (reading 24): the holder of a report asks other offices, which answer; the report's clocks run on.
import { z } from 'zod';
import type { App, Services } from '../services.ts';
import { problemsOf, numberParams } from '../../contract/common.ts';
import {
  askedConsultation,
  consultation,
  consultationAnswer,
  consultationHeaders,
  consultationParams,
  newConsultation,
} from '../../contract/consultations.ts';
import { provisionalDues } from '../../db/record/provisional-dues.ts';
import { rulesInForce } from '../rules/in-force.ts';
import { zoned } from '../values/zoned.ts';
import { answerOffice, askOffice, withdrawQuestion } from './consulting.ts';
import { consultationView } from './view.ts';

export function consultationRoutes(app: App, services: Services): void {
  app.post(
    '/v1/complaints/:number/consultations',
    {
      config: { callers: ['officer'], scopes: ['complaints:decide'], precedence: 'decision' },
      schema: {
        summary: 'Ask another office of my agency one question (reading 24); only the holder does',
        description:
          'The clocks of the report run on. The other office sees the report until the question ends.',
        tags: ['offices'],
        params: numberParams,
        headers: consultationHeaders,
        body: newConsultation,
        response: { 201: askedConsultation, ...problemsOf(404, 409) },
      },
    },
    async (request, reply) => {
      const { user, body } = request;
      const key = request.headers['idempotency-key'];
      const { id, due } = await askOffice(services, { user, number: request.params.number, key }, body);
      const isProvisional = await provisionalDues(services.sql, [request.params.number]);
      return reply.code(201).send({
        id,
        deadline: zoned(due, user.office.zone),
        provisional: isProvisional(request.params.number, due),
      });
    },
  );

  app.post(
    '/v1/complaints/:number/consultations/:id/answer',
    {
      config: { callers: ['officer'], scopes: ['complaints:decide'], precedence: 'decision' },
      schema: {
        summary: 'Answer what my office was asked (reading 24)',
        tags: ['offices'],
        params: consultationParams,
        headers: consultationHeaders,
        body: consultationAnswer,
        response: { 200: consultation, ...problemsOf(404, 409) },
      },
    },
    async (request) => {
      const { user, params, body } = request;
      const sent = { user, number: params.number, key: request.headers['idempotency-key'] };
      const answered = await answerOffice(services, sent, params.id, body.text);
      const { calendar } = await rulesInForce(services, request);
      return consultationView(answered, user.office.zone, calendar);
    },
  );

  app.delete(
    '/v1/complaints/:number/consultations/:id',
    {
      config: { callers: ['officer'], scopes: ['complaints:decide'], precedence: 'decision' },
      schema: {
        summary: 'Withdraw what my office asked (reading 24)',
        tags: ['offices'],
        params: consultationParams,
        headers: consultationHeaders,
        response: { 204: z.undefined().describe('Withdrawn'), ...problemsOf(404, 409) },
      },
    },
    async (request, reply) => {
      const { user, params } = request;
      const sent = { user, number: params.number, key: request.headers['idempotency-key'] };
      await withdrawQuestion(services, sent, params.id);
      return reply.code(204).send();
    },
  );
}
