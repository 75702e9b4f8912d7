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
  const officers = new Map<Who, Officer>();
  for (const who of people) {
    const { send, user } = await logIn(api, who, 'demo');
    officers.set(who, { send, officeId: user.office.id });
  }
  let count = 0;
  for (const row of readRows(await readText(fileURLToPath(reports), 'utf-8'), 'csv')) {
    if ('problem' in row) throw new Error(`line ${row.line}: ${row.problem}`);
    // A demo may be driven again and again; the outside id is for the import.
    const { externalId: _, ...report } = row.complaint;
    await drive(officers, report, paths[count % paths.length] as Path);
    count += 1;
  }
  console.log(`\n${count} laporan, ${paths.length} jalur berbeda.`);
  return 0;
}

/** Files one report, takes it along its path, and prints the path and where it ended. */
async function drive(
  officers: Map<Who, Officer>,
  report: Record<string, unknown>,
  path: Path,
): Promise<void> {
  const agencyId = path.agency && officers.get(path.agency)?.officeId;
  const open = apiClient(api);
  const filed = await open<Filed>('POST', '/v1/complaints', {
    ...report,
    ...(agencyId && { agencyId }),
  });
  const key = { 'x-access-key': filed.accessKey };
  const steps = [filed.step];
  for (const move of path.moves) {
    const step = await make(officers, open, filed.number, key, move);
    if (step !== undefined) steps.push(step);
  }
  const view = await open<ReporterView>('GET', `/v1/complaints/${filed.number}`, undefined, key);
  console.log(`${view.number}  ${view.kind}: ${view.title}`);
  console.log(`    ${path.name}`);
  console.log(
    `    baris ${steps.join(' → ')}; kini ${view.status} pada baris ${view.step}, ${view.holder.name}`,
  );
}

async function make(
  officers: Map<Who, Officer>,
  open: Send,
  number: string,
  key: Record<string, string>,
  move: Move,
): Promise<number | undefined> {
  const path = `/v1/complaints/${number}`;
  if ('score' in move) {
    const { score, comment } = move;
    await open('PUT', `${path}/rating`, { score, comment }, key);
    return undefined;
  }
  if (move.who === 'pelapor') {
    const { who: _, ...reply } = move;
    return (await open<ReporterView>('POST', `${path}/replies`, reply, key)).step;
  }
  const officer = officers.get(move.who);
  if (!officer) throw new Error(`Nobody is logged in as ${move.who}.`);
  if ('source' in move) {
    const reference = { source: move.source, id: number.replaceAll(/\D/g, '') };
    await officer.send('POST', `${path}/references`, reference);
    return undefined;
  }
  const { who: _, to, ...decision } = move;
  const officeId = to && officers.get(to)?.officeId;
  const body = { ...decision, ...(officeId && { officeId }) };
  return (await officer.send<ReporterView>('POST', `${path}/decisions`, body)).step;
}
