// `npm run bench:succession`: the claim that ten thousand reports move to a successor without a decision waiting longer than a second.
import { logIn } from '../cli/shared/api-client.ts';
import { ownSettings } from '../settings/read.ts';
import { boundMs, decisionOn, eightAtATime, fileAll, inWords, partOf, timesUntil } from './meanwhile.ts';
import { onProduct, type Running } from './product.ts';

const { BENCH_COMPLAINTS: complaints } = ownSettings('bench');
/** Reports that are decided on all the time: with national, and with a unit on whose path the agency that ends stands. */
const decided = 30;
const quietly = 60;

process.exitCode = (await onProduct(run)) ? 0 : 1;

/** Prints the figures; true when the bound holds. */
async function run({ base }: Running): Promise<boolean> {
  const people = ['nasional', 'instansi', 'instansi2', 'eselon1', 'ops'].map((who) =>
    logIn(base, who, 'demo'),
  );
  const [national, agency, successor, unit, ops] = await Promise.all(people);
  if (!national || !agency || !successor || !unit || !ops) return false;
  const { id: agencyId } = agency.user.office;
  const above = await fileAll(base, decided);
  const below = await fileAll(base, decided, agencyId);
  await eightAtATime(below, async (number) => {
    await decisionOn(agency.send, number, { action: 'receive' });
    await decisionOn(agency.send, number, { action: 'accept', officeId: unit.user.office.id });
    await decisionOn(unit.send, number, { action: 'receive' });
  });
  await fileAll(base, complaints, agencyId);
  const take = (n: number) => {
    const [{ send }, numbers] = n % 2 === 0 ? [national, above] : [unit, below];
    const number = numbers[Math.floor(n / 2) % decided] ?? '';
    return decisionOn(send, number, { action: 'ask', text: 'Di sisi jalan yang mana?' });
  };

  let left = quietly;
  const before = await timesUntil(async () => (left -= 1) < 0, take);
  const begun = performance.now();
  const { id, total } = await ops.send<{ id: number; total: number }>(
    'POST',
    `/v1/offices/${agencyId}/succession`,
    { successorId: successor.user.office.id },
  );
  const isOver = async () =>
    (await ops.send<{ finishedAt: string | null }>('GET', `/v1/successions/${id}`)).finishedAt !== null;
  const during = await timesUntil(isOver, take);
  const seconds = (performance.now() - begun) / 1000;
  const times = (part: number) => (partOf(during, part) / partOf(before, part)).toFixed(1);
  console.log(
    `Reports          ${total} moved in ${seconds.toFixed(0)} s, ${(total / seconds).toFixed(1)} a second`,
  );
  console.log(`  ten thousand   in ${(10_000 / (total / seconds) / 60).toFixed(0)} min`);
  console.log(`Decisions before ${inWords(before)}`);
  console.log(`  meanwhile      ${inWords(during)} (bound ${boundMs} ms)`);
  console.log(`  times as long  median ${times(0.5)}, p99 ${times(0.99)}, longest ${times(1)}`);
  return partOf(during, 1) < boundMs;
}
