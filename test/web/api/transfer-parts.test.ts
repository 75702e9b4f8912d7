// A large file in parts, and whole to the release before, which knows no parts.
import { expect, test } from 'vitest';
import { largestPart } from '../../../contract/attachments/parts.ts';
import { ApiProblem } from '../../../web/src/api/problems.ts';
import { type Carry, sendBy } from '../../../web/src/api/transfer-parts.ts';

const film = new File([new Uint8Array(largestPart + 1)], 'film.mp4');

test('goes in parts, and whole where there are no parts', async () => {
  const asked: string[] = [];
  const carry =
    (knows: boolean): Carry =>
    async (method, path) => {
      asked.push(`${method} ${path}`);
      if (path.includes('/uploads') && !knows) throw new ApiProblem('not-found', 404);
      return JSON.stringify({ id: 'x', offset: 0 });
    };
  await sendBy(carry(true), 'LAP-2026-000001', film);
  expect(asked.splice(0)).toEqual([
    'POST /v1/complaints/LAP-2026-000001/uploads',
    'PATCH /v1/complaints/LAP-2026-000001/uploads/x',
    'PATCH /v1/complaints/LAP-2026-000001/uploads/x',
  ]);
  await sendBy(carry(false), 'LAP-2026-000001', film);
  expect(asked).toEqual([
    'POST /v1/complaints/LAP-2026-000001/uploads',
    'POST /v1/complaints/LAP-2026-000001/attachments',
  ]);
});
