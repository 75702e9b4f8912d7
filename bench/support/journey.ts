// A journey through the product over HTTP: filed, decided on eight times, confirmed.
import { apiClient, type Filed, logIn, type Send } from '../../cli/shared/api-client.ts';

const people = ['nasional', 'instansi', 'eselon1', 'upt'] as const;
export type Person = (typeof people)[number];
export type Officers = Record<Person, Send>;

export async function officersOf(base: string): Promise<Officers> {
  const sent = people.map(async (who) => [who, (await logIn(base, who, 'demo')).send] as const);
  return Object.fromEntries(await Promise.all(sent)) as Officers;
}

/** Rows 2 to 10, each office's disposition with its acceptance. */
export const moves: readonly [Person, Record<string, string>][] = [
  ['nasional', { action: 'dispose', officeId: 'kementerian-contoh' }],
  ['instansi', { action: 'receive' }],
  ['instansi', { action: 'accept', officeId: 'ditjen-pelayanan' }],
  ['eselon1', { action: 'receive' }],
  ['eselon1', { action: 'respond', text: 'Laporan kami terima.' }],
  ['eselon1', { action: 'accept', officeId: 'upt-bandung' }],
  ['upt', { action: 'receive' }],
  ['upt', { action: 'answer', text: 'Lubang itu sudah kami tambal seluruhnya.' }],
];

/** What is filed, to national. */
export const report = {
  kind: 'pengaduan',
  title: 'Jalan berlubang',
  description: 'Lubang di depan pasar.',
  reporter: { name: 'Siti' },
};

/** By whoever `send` sends for; to national, or straight to an agency. */
export function file(send: Send, agencyId?: string): Promise<Filed> {
  return send<Filed>('POST', '/v1/complaints', { ...report, ...(agencyId && { agencyId }) });
}

/** Through all rows; notes each decision's milliseconds. Gives the number. */
export async function walkJourney(base: string, officers: Officers, times: number[]): Promise<string> {
  const { number, accessKey } = await file(apiClient(base));
  for (const [who, body] of moves) {
    const begun = performance.now();
    await officers[who]('POST', `/v1/complaints/${number}/decisions`, body);
    times.push(performance.now() - begun);
  }
  const key = { 'x-access-key': accessKey };
  await apiClient(base)('POST', `/v1/complaints/${number}/replies`, { type: 'confirmation' }, key);
  return number;
}

/** Does `work` that often, so many at once. */
export async function repeat(
  count: number,
  atOnce: number,
  work: (n: number) => Promise<unknown>,
): Promise<void> {
  const left = Array.from({ length: count }).keys();
  const lane = async () => {
    for (const n of left) await work(n);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
