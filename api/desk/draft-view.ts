// A draft as its writer reads it.
import type { z } from 'zod';
import type { draft } from '../../contract/desk.ts';
import type { DraftRow } from '../../db/desk/drafts.ts';
import { type ProblemCode, problems } from '../http/problems.ts';
import type { User } from '../identity/session.ts';
import { zoned, zonedOrNull } from '../values/zoned.ts';

type Draft = z.output<typeof draft>;

/** What stands by, or did not go. */
export function sendingOf(row: DraftRow, user: User): Omit<Draft, 'words'> {
  const { words: _, ...sending } = draftOf(row, user);
  return sending;
}

export function draftOf(row: DraftRow, { office }: User): Draft {
  const { number, version, refused, words, batch } = row;
  const { zone } = office;
  const code = refused as ProblemCode | null;
  const nothing = { officeId: '', reason: '', text: '', duplicateOf: '', changes: '' };
  return {
    number,
    action: row.action as Draft['action'],
    words: { ...nothing, ...words },
    version,
    savedAt: zoned(row.savedAt, zone),
    sendsAt: zonedOrNull(row.sendsAt, zone),
    batch,
    refused: code && { code, title: problems[code]?.title ?? code },
  };
}

/** Whose draft of which report a request speaks of. */
export function named({ params, user }: { params: { number: string; action: string }; user: User }) {
  return { ...params, username: user.username };
}
