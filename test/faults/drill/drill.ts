// A drill: the stage, people who come all the time, one fault after another; then everything that was promised is held against what is there.
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { auditFiles } from './audit/files.ts';
import { auditProcesses } from './audit/processes.ts';
import { auditRecord } from './audit/record.ts';
import { auditSent, auditTold, measureOf, type Measure, untilAllIsSent } from './audit/told.ts';
import { Chance } from './chance.ts';
import { faults } from './faults/index.ts';
import { Clients } from './load/client.ts';
import { Ledger } from './load/ledger.ts';
import { Load } from './load/load.ts';
import { Officers } from './load/officers.ts';
import { file, filingOf, Walk, type World } from './load/walk.ts';
import { type Held, Soak } from './soak.ts';
import { openStage, type Stage } from './stage/stage.ts';
import { type Planned, type Seen, suffer } from './timeline.ts';

interface DrillOptions {
  seed: number;
  plan: readonly Planned[];
  /** Between two faults. */
  restSeconds: number;
  /** People who come in a second; each decides, files, attaches or asks again. */
  aSecond: number;
  /** The Temporal CLI. */
  temporal: string;
  /** Where the logs of all parts are kept; absent: nowhere. */
  logs?: string;
  /** Told of each fault once it is over. */
  tell?: (line: string) => void;
}

interface DrillResult {
  seed: number;
  seconds: number;
  faults: Seen[];
  /** What was promised and what is there. */
  counts: Record<string, number>;
  held: Held[];
  wrong: Ledger['allWrong'];
}

/** For what is still owed when all faults are over, at least. */
const settleMs = 60_000;
/** On their way at once, for each who comes in a second. */
const walksFor = 3.2;

export async function drill(options: DrillOptions): Promise<DrillResult> {
  const { seed, plan } = options;
  const insistMs = 120_000 + 2_000 * Math.max(...plan.map(({ seconds }) => seconds));
  const needsDisks = plan.some(({ fault }) => faults[fault].needsDisks);
  const stage = await openStage({ temporal: options.temporal, disks: needsDisks });
  const ledger = new Ledger();
  const clients = new Clients(stage.bases, ledger, new Chance(seed, 'clients'), insistMs);
  const world: World = { clients, ledger, officers: new Officers(clients, ledger) };
  const load = new Load(world, new Chance(seed, 'load'), Math.ceil(walksFor * options.aSecond));
  try {
    await prepare(stage, world);
    const measure = await inTheCalm(stage, world);
    const soak = new Soak(stage);
    load.begin(options.aSecond);
    await sleep(options.restSeconds * 1_000);
    const seen: Seen[] = [];
    for (const [place, planned] of plan.entries()) {
      const chance = new Chance(seed, `${place} ${planned.fault}`);
      const one = await suffer(planned, { stage, world, chance });
      seen.push(one);
      options.tell?.(JSON.stringify(one));
      await sleep(options.restSeconds * 1_000);
    }
    await stage.untilReady();
    await load.end();
    const held = soak.end();
    for (const one of held) if (one.grows) ledger.wrong({ what: 'grows', detail: JSON.stringify(one) });
    const counts = await audit(stage, world, measure);
    const seconds = Math.round(ledger.now() / 1_000);
    return { seed, seconds, faults: seen, counts, held, wrong: ledger.allWrong };
  } finally {
    load.abandon();
    clients.hasEnded = true;
    if (options.logs !== undefined) keepLogs(stage, options.logs);
    clients.close();
    await stage.close();
  }
}

/** A receiver of calls; and no bound on mails, of which a question more or less would meet the day's. */
async function prepare({ receivers }: Stage, { officers, ledger }: World): Promise<void> {
  const ask = async (who: string, method: 'GET' | 'PUT' | 'POST', path: string, body?: object) => {
    const answer = await officers.insist(who, { method, path, ...(body && { body }) });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const { secret } = (await ask('nasional', 'POST', '/v1/webhooks', { url: receivers.webhook.url })) as {
    secret: string;
  };
  // As receivers do: signed, and of these minutes.
  receivers.webhook.sink.answer = ({ body, headers }) => {
    try {
      new Webhook(secret).verify(body, headers as Record<string, string>);
    } catch (error) {
      ledger.wrong({ what: 'call-not-believed', detail: String(error) });
    }
    return { status: 204 };
  };
  const { policy } = (await ask('ops', 'GET', '/v1/policies/current')) as { policy: object };
  const mailsPerDay = { unconfirmed: 1_000, confirmed: 1_000 };
  await ask('ops', 'PUT', '/v1/policies/current', { ...policy, mailsPerDay });
}

/** A few reports go the whole way while nothing is wrong: what their entries tell is the measure of all others. */
async function inTheCalm({ sql }: Stage, world: World): Promise<Measure> {
  const numbers = await Promise.all(
    [1, 2].map(async () => {
      const filing = await file(world);
      if (!filing) throw new Error('In the calm, too, filing is refused.');
      const walk = new Walk(world, filing);
      await walk.askOnce();
      while (!walk.hasEnded) await walk.move();
      return filing.number;
    }),
  );
  const { ledger, clients } = world;
  const tag = ledger.tag();
  const { body } = await clients.insist({
    method: 'POST',
    path: '/v1/complaints',
    body: filingOf(tag, null),
  });
  const { number, accessKey } = body as { number: string; accessKey: string };
  ledger.filings.push({ number, accessKey, tag, email: null });
  return measureOf(sql, [...numbers, number]);
}

async function audit(stage: Stage, world: World, measure: Measure): Promise<Record<string, number>> {
  const { sql, receivers, disks, engineAddress } = stage;
  const { ledger } = world;
  const owes = await untilAllIsSent(sql, settleMs);
  if (owes) ledger.wrong({ what: 'still-owed', detail: owes });
  const processes = await auditProcesses(sql, world, engineAddress);
  // What was mended is told, too.
  if (!owes) await untilAllIsSent(sql, settleMs);
  const record = await auditRecord(sql, ledger);
  const told = await auditTold(sql, ledger, measure);
  const sent = await auditSent(sql, ledger, receivers);
  const files = await auditFiles(sql, ledger, disks.pathOf('attachments'));
  const count = (what: string, outcome: string) =>
    ledger.givenUp.filter((one) => one.what === what && one.outcome === outcome).length;
  const isAnswer = (status: number | null) => status !== null && status < 300;
  return {
    filings: ledger.filings.length,
    decisions: ledger.decided.length,
    finished: ledger.finished.length,
    ...record,
    ...files,
    ...sent,
    ...told,
    ...processes,
    repeats: ledger.repeats,
    answered: ledger.heard.filter(({ status }) => isAnswer(status)).length,
    sentAway: ledger.heard.filter(({ status }) => status === 503).length,
    broken: ledger.heard.filter(({ status }) => status === null).length,
    heldBack: ledger.heldBack,
    sessionsEnded: ledger.sessionsEnded,
    notYetSeen: ledger.notYetSeen,
    readsBehind: ledger.readsBehind,
    filingsRefused: count('filing', 'refused'),
    decisionsRefused: count('decision', 'refused'),
    filingsUnanswered: count('filing', 'unknown'),
    decisionsUnanswered: count('decision', 'unknown'),
  };
}

function keepLogs({ disks, said }: Stage, folder: string): void {
  cpSync(disks.pathOf('logs'), folder, { recursive: true });
  writeFileSync(join(folder, 'supervisor.log'), said.join('\n'));
  cpSync(join(disks.pathOf('record'), 'postgres.log'), join(folder, 'postgres.log'));
  cpSync(join(disks.pathOf('engine'), 'temporal.log'), join(folder, 'temporal.log'));
}
