// Asks another office, answers it, withdraws it (reading 24), each in one transaction that has locked the report, so that of two at once one comes second.
import { lockComplaint } from '../../db/complaints/update-complaint.ts';
import type { Db } from '../../db/connection/client.ts';
import { doneUnder } from '../../db/consultations/consultation-events.ts';
import {
  addConsultation,
  consultationById,
  type ConsultationRow,
  markConsultationStarted,
  nextPlace,
  settleConsultation,
} from '../../db/consultations/consultations.ts';
import { noteConsultation } from '../../db/consultations/note-consultation.ts';
import { openOfficeById, readLadders } from '../../db/offices/offices.ts';
import { calendarOf } from '../../sop/time/calendar.ts';
import { readCalendar } from '../../db/rules/calendar.ts';
import { policyInForce } from '../../db/rules/policies.ts';
import { EngineAway } from '../../engine/errors.ts';
import type { Actor } from '../../sop/case.ts';
import {
  consultationClock,
  consultationId,
  consultationLimitOf,
  mayBeAsked,
} from '../../sop/beside/consultation.ts';
import type { Office } from '../../sop/offices.ts';
import { isEnd } from '../../sop/terms.ts';
import { visibleTo } from '../complaints/found.ts';
import { type Under, underKey } from '../complaints/under-key.ts';
import { invalidField, Problem } from '../http/problems.ts';
import type { User } from '../identity/session.ts';
import type { Services } from '../services.ts';

interface Sent {
  user: User;
  number: string;
  key: string | undefined;
}

/** Throws `Problem`. When the engine is away its clock begins a little later: whoever sweeps starts it. */
export async function askOffice(
  services: Services,
  { user, number, key }: Sent,
  { officeId, question }: { officeId: string; question: string },
): Promise<{ id: string; due: Date }> {
  const { sql, mailing } = services;
  const under = underOf('ask', { user, number, key }, { officeId, question });
  const before = await repeated(sql, under);
  if (before) return { id: before.consultationId, due: before.deadline };
  const row = await visibleTo(services, number, user);
  if (isEnd(row.status)) throw new Problem('closed');
  const made = await sql.begin(async (tx) => {
    const report = await lockedReport(tx, row.number);
    const meanwhile = await repeated(tx, under);
    if (meanwhile) return { id: meanwhile.consultationId, due: meanwhile.deadline };
    if (isEnd(report.status)) throw new Problem('closed');
    if (report.holder?.id !== user.office.id) throw new Problem('not-holder');
    const target = await openOfficeById(tx, officeId);
    const ladders = await readLadders(tx, [officeId, user.office.id]);
    if (!target || !mayBeAsked(ladderIn(ladders, officeId), ladderIn(ladders, user.office.id)))
      throw invalidField('officeId', {
        id: 'Bukan kantor lain di instansi Anda',
        en: 'Not another office of your agency',
      });
    const { document: policy, version } = await policyInForce(tx);
    const calendar = calendarOf(await readCalendar(tx), officeId);
    const limit = consultationLimitOf(policy);
    const askedAt = new Date().toISOString();
    const clock = consultationClock(limit, askedAt, policy.warnAtFraction, { zone: target.zone, calendar });
    const n = await nextPlace(tx, number);
    const id = consultationId(number, n);
    const added = await addConsultation(tx, {
      id,
      number,
      n,
      fromId: user.office.id,
      officeId,
      question,
      askedBy: user.name,
      askedAt,
      limit,
      policyVersion: version,
      ...clock,
    });
    if (!added) throw new Problem('already-asked');
    const happened = {
      type: 'consultation-asked',
      at: askedAt,
      actor: actorOf(user),
      text: question,
    } as const;
    await noteConsultation(tx, await known(tx, id), report, { ...happened, under }, mailing);
    return { id, due: new Date(clock.due) };
  });
  await unlessAway(async () => {
    await services.engine.consultations.start(made.id);
    await markConsultationStarted(sql, made.id);
  });
  return made;
}

/** Only who was asked; the question as it stands then. Throws `Problem`. */
export async function answerOffice(
  services: Services,
  sent: Sent,
  id: string,
  text: string,
): Promise<ConsultationRow> {
  return settle(services, sent, id, { status: 'answered', side: 'officeId', text });
}

/** Only who asked. Throws `Problem`. */
export async function withdrawQuestion(services: Services, sent: Sent, id: string): Promise<ConsultationRow> {
  return settle(services, sent, id, { status: 'withdrawn', side: 'fromId' });
}

async function settle(
  services: Services,
  sent: Sent,
  id: string,
  done: { status: 'answered' | 'withdrawn'; side: 'officeId' | 'fromId'; text?: string },
): Promise<ConsultationRow> {
  const { sql, mailing } = services;
  const { user, number } = sent;
  const { status, side, text } = done;
  const under = underOf(status, sent, { id, text });
  // Who answered has lost sight of the report, and is answered alike all the same.
  const before = await repeated(sql, under);
  if (before) return known(sql, before.consultationId);
  const k = await consultationById(sql, id);
  const mine = k?.number === number && k[side] === user.office.id;
  if (!mine) {
    await visibleTo(services, number, user);
    if (k?.number !== number) throw new Problem('not-found');
    throw new Problem('not-consulted');
  }
  const settled = await sql.begin(async (tx) => {
    const report = await lockedReport(tx, number);
    const meanwhile = await repeated(tx, under);
    if (meanwhile) return known(tx, meanwhile.consultationId);
    const now = await known(tx, id);
    if (now.status !== 'open') throw new Problem('consultation-over');
    const at = new Date().toISOString();
    await settleConsultation(tx, id, {
      status,
      at,
      by: user.name,
      ...(text !== undefined && { answer: text }),
    });
    const happened = { type: `consultation-${status}`, at, actor: actorOf(user), under } as const;
    await noteConsultation(tx, now, report, { ...happened, ...(text !== undefined && { text }) }, mailing);
    return known(tx, id);
  });
  await unlessAway(() => services.engine.consultations.tell(id, status));
  return settled;
}

function actorOf({ name, office }: User): Actor {
  return { role: office.level, officeId: office.id, name };
}

function underOf(what: string, { user, number, key }: Sent, body: object): Under | undefined {
  return underKey(`consultation ${what} ${user.username}`, number, key, body);
}

async function repeated(db: Db, under: Under | undefined) {
  const before = under && (await doneUnder(db, under.key));
  if (before && before.request !== under.request) throw new Problem('idempotency-key-reused');
  return before;
}

async function known(db: Db, id: string): Promise<ConsultationRow> {
  const k = await consultationById(db, id);
  if (!k) throw new Problem('not-found');
  return k;
}

/** As its last entry left it. Throws `record-behind` before the first. */
async function lockedReport(tx: Db, number: string) {
  const locked = await lockComplaint(tx, number);
  if (!locked?.state) throw new Problem('record-behind');
  return { ...locked.state, title: locked.title };
}

function ladderIn(offices: Map<string, Office>, id: string): Office[] {
  const office = offices.get(id);
  if (!office) return [];
  return office.parentId === null ? [office] : [office, ...ladderIn(offices, office.parentId)];
}

/** What is on record is done; the engine hears of it a little later where it is away. */
async function unlessAway(tell: () => Promise<unknown>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    if (!(error instanceof EngineAway)) throw error;
  }
}
