// How long ten thousand reports take to move to the successor of their office, and a decision meanwhile.
import { logIn } from '../cli/shared/api-client.ts';
import { ownSettings } from '../settings/read.ts';
import { quantilesOf, round } from './support/figures.ts';
import { repeat } from './support/journey.ts';
import { decisionOn, fileAll, timesUntil } from './support/meanwhile.ts';
import { onProduct, type Running } from './support/product.ts';

/** Reports that are decided on all the time: with national, and with a unit on whose path the agency that ends stands. */
const decided = 30;
const quietly = 60;

export function succession() {
  return onProduct((product) => measure(product, ownSettings('bench').BENCH_COMPLAINTS));
}

async function measure({ base }: Running, complaints: number) {
  const people = ['nasional', 'instansi', 'instansi2', 'eselon1', 'ops'].map((who) =>
    logIn(base, who, 'demo'),
  );
  const [national, agency, successor, unit, ops] = await Promise.all(people);
  if (!national || !agency || !successor || !unit || !ops) throw new Error('Somebody could not log in.');
  const { id: agencyId } = agency.user.office;
  const above = await fileAll(base, decided);
  const below = await fileAll(base, decided, agencyId);
  await repeat(below.length, 8, async (n) => {
    const number = below[n] ?? '';
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
  return {
    moved: total,
    seconds: round(seconds),
    aSecond: round(total / seconds),
    ...quantilesOf('before', before),
    ...quantilesOf('decision', during),
  };
}
