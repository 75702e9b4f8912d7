// `npm run demo`: drives varied reports through the running product over its own API, every branch of the SOP among them.
import { fileURLToPath } from 'node:url';
import { httpUrl } from '../settings/kinds/addresses.ts';
import { ownSettings } from '../settings/read.ts';
import { apiClient, explain, logIn, type Filed, type ReporterView, type Send } from './shared/api-client.ts';
import { as, command, finish } from './shared/command.ts';
import type { Move, Path, Who } from './demo/moves.ts';
import { paths } from './demo/paths.ts';
import { readRows } from './import/rows.ts';
import { readText } from './import/text.ts';

interface Officer {
  send: Send;
  officeId: string;
}

/** Thirty-two made-up reports in the words the public uses; also a sample for the import. */
const reports = new URL('./demo/reports.csv', import.meta.url);
const people: Who[] = ['nasional', 'instansi', 'instansi2', 'eselon1', 'eselon1b', 'upt', 'upt2'];
const patienceMs = 60_000;
const options = command('demo', {
  description: 'Drive demo reports through a running Tuntas (npm start).',
  exits: 'Exit code: 1 when a report could not be driven along its path.',
})
  .option('--api <url>', 'address of the API (default: TUNTAS_API)', as(httpUrl))
  .parse()
  .opts<{ api?: string }>();
const { api = ownSettings('demo').TUNTAS_API } = options;

await finish(run(), { explain: (error) => explain(error, api) });

async function run(): Promise<number> {
  const officers = new Map<Who | 'ops', Officer>();
  for (const who of [...people, 'ops'] as const) {
    const { send, user } = await logIn(api, who, 'demo');
    officers.set(who, { send, officeId: user.office.id });
  }
  let count = 0;
  let previous = '';
  for (const row of readRows(await readText(fileURLToPath(reports), 'utf-8'), 'csv')) {
    if ('problem' in row) throw new Error(`line ${row.line}: ${row.problem}`);
    // A demo may be driven again and again; the outside id is for the import.
    const { externalId: _, ...report } = row.complaint;
    previous = await drive(officers, report, paths[count % paths.length] as Path, previous);
    count += 1;
  }
  console.log(`\n${count} laporan, ${paths.length} jalur berbeda.`);
  return 0;
}

/** A report on its path. */
interface Driven {
  number: string;
  key: Record<string, string>;
  /** As anybody. */
  open: Send;
  /** The last question beside it, and the office that was founded for it. */
  question?: string;
  founded?: string;
  /** The number of the report that was driven before. */
  previous: string;
}

/** Files one report, takes it along its path, and prints the path and where it ended. Gives its number. */
async function drive(
  officers: Map<Who | 'ops', Officer>,
  report: Record<string, unknown>,
  path: Path,
  previous: string,
): Promise<string> {
  const agencyId = path.agency && officers.get(path.agency)?.officeId;
  const open = apiClient(api);
  const filed = await open<Filed>('POST', '/v1/complaints', {
    ...report,
    ...(agencyId && { agencyId }),
  });
  const driven: Driven = { number: filed.number, key: { 'x-access-key': filed.accessKey }, open, previous };
  const steps = [filed.step];
  for (const move of path.moves) {
    const step = await make(officers, driven, move);
    if (step !== undefined) steps.push(step);
  }
  const view = await open<ReporterView>('GET', `/v1/complaints/${filed.number}`, undefined, driven.key);
  console.log(`${view.number}  ${view.kind}: ${view.title}`);
  console.log(`    ${path.name}`);
  console.log(
    `    baris ${steps.join(' → ')}; kini ${view.status} pada baris ${view.step}, ${view.holder.name}`,
  );
  return filed.number;
}

/** Gives the row where the report stands then, if the move may change it. */
async function make(
  officers: Map<Who | 'ops', Officer>,
  driven: Driven,
  move: Move,
): Promise<number | undefined> {
  const { number, key, open } = driven;
  const path = `/v1/complaints/${number}`;
  const officer = (who: Who | 'ops') => {
    const known = officers.get(who);
    if (!known) throw new Error(`Nobody is logged in as ${who}.`);
    return known;
  };
  if ('founds' in move || 'joins' in move) return ofOffices(officer, driven, move);
  if ('score' in move) {
    const { score, comment } = move;
    await open('PUT', `${path}/rating`, { score, comment }, key);
    return undefined;
  }
  if (move.who === 'pelapor') {
    const { who: _, ...reply } = move;
    return (await open<ReporterView>('POST', `${path}/replies`, reply, key)).step;
  }
  const { send } = officer(move.who);
  if ('source' in move) {
    const reference = { source: move.source, id: number.replaceAll(/\D/g, '') };
    await send('POST', `${path}/references`, reference);
    return undefined;
  }
  if ('asks' in move || 'advises' in move || 'withdraws' in move) {
    const questions = `${path}/consultations`;
    if ('asks' in move) {
      const asked = { officeId: officer(move.asks).officeId, question: move.question };
      driven.question = (await send<{ id: string }>('POST', questions, asked)).id;
    } else if ('advises' in move)
      await send('POST', `${questions}/${driven.question}/answer`, { text: move.advises });
    else await send('DELETE', `${questions}/${driven.question}`);
    return undefined;
  }
  if ('repeats' in move) {
    const body = { action: 'reject', duplicateOf: driven.previous };
    return (await send<ReporterView>('POST', `${path}/decisions`, body)).step;
  }
  const { who: _, to, ...decision } = move;
  const officeId = to === 'founded' ? driven.founded : to && officer(to).officeId;
  const body = { ...decision, ...(officeId && { officeId }) };
  return (await send<ReporterView>('POST', `${path}/decisions`, body)).step;
}

/** reading 27: an office comes to be, and joins another, to which its reports move. */
async function ofOffices(
  officer: (who: Who | 'ops') => Officer,
  driven: Driven,
  move: Extract<Move, { founds: string } | { joins: Who }>,
): Promise<undefined> {
  const { send } = officer('ops');
  if ('founds' in move) {
    const id = `upt-demo-${driven.number.replaceAll(/\D/g, '')}`;
    const parentId = officer(move.below).officeId;
    await send('POST', '/v1/offices', { id, name: move.founds, level: 'upt', parentId });
    driven.founded = id;
    return;
  }
  const body = { successorId: officer(move.joins).officeId };
  const begun = await send<{ id: number }>('POST', `/v1/offices/${driven.founded}/succession`, body);
  for (const until = Date.now() + patienceMs; Date.now() < until; ) {
    const { finishedAt } = await send<{ finishedAt: string | null }>('GET', `/v1/successions/${begun.id}`);
    if (finishedAt) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${driven.founded} has not joined ${body.successorId} yet.`);
}
