// `npm run move-engine`: moves all open reports to the Temporal of TEMPORAL_NEXT, while filing goes on (decision 54).
import { moveEngine, NotNow } from '../../activities/moving/move-engine.ts';
import { currentEngine } from '../../db/operations/engines.ts';
import { KeptRules } from '../../db/rules/kept-rules.ts';
import { requireKeys } from '../../db/secrets/secrets.ts';
import { EngineAway } from '../../engine/errors.ts';
import { ownSettings } from '../../settings/read.ts';
import { command, finish, WrongUse } from '../shared/command.ts';
import { findIdentityKeys } from '../shared/identity-keys.ts';
import { type Known, openEngines } from './open-engines.ts';
import { wordsOfDifference } from './words-of-mending.ts';

const asked = command('move-engine', {
  description:
    'Move all open reports from the Temporal of TEMPORAL_ADDRESS to that of TEMPORAL_NEXT. API and workers, which know both by the same settings, turn there by themselves. Broken off, it is taken up by asking again.',
  exits:
    'Exit code: 1 when it cannot be done now, or people have to look at a report; 2 when it was broken off by what is away.',
  notes:
    'Without TEMPORAL_NEXT the reports move to that of TEMPORAL_ADDRESS, by --lost: from one that is gone for good, or in a copy of the database.',
})
  .option('--lost', 'the Temporal that the reports ran on is gone: nothing is asked of it, nor ended there')
  .parse();
const { lost = false } = asked.opts<{ lost?: true }>();
const settings = ownSettings('move-engine');

await finish(move(), { failed: 2 });
// The codec may ask the database until the end.
process.exit();

/** Gives the exit code. */
async function move(): Promise<number> {
  const { sql, engines, close } = await openEngines(settings, await findIdentityKeys(settings));
  try {
    // Before anything moves: what the old one still owes is masked as it is written.
    await requireKeys(sql);
    const [own, next = own] = engines;
    const from = lost || (await areSame(own, next)) ? undefined : own;
    const now = await currentEngine(sql);
    if (!from && !lost && now && now.id !== (await next.engine.id()))
      throw new WrongUse(
        `The reports run on ${now.place}. Set TEMPORAL_ADDRESS to it and TEMPORAL_NEXT to ${next.place}; or say --lost when it is gone for good.`,
      );
    const mailing = settings.SMTP_URL !== undefined;
    const say = (line: string) => console.log(line);
    const to = next;
    const result = await moveEngine({ sql, keptRules: new KeptRules(), mailing, from, to, say });
    const { moved, seconds, strangers, left, found } = result;
    console.log(`${moved} reports moved in ${seconds.toFixed(1)} s; they run on ${to.place}.`);
    if (strangers > 0) console.log(`${strangers} processes without an open report ended on the old one.`);
    const named = [...left, ...found.differences];
    for (const one of named) console.log(wordsOfDifference(one));
    console.log(`Now set TEMPORAL_ADDRESS to ${to.address}, and TEMPORAL_NEXT no more, at the next restart.`);
    return named.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof NotNow)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await close();
  }
}

/** Also by two addresses of one. Throws `EngineAway` with which. */
async function areSame(one: Known, other: Known): Promise<boolean> {
  if (one === other) return true;
  return (await idOf(one)) === (await idOf(other));
}

async function idOf({ engine, address }: Known): Promise<string> {
  try {
    return await engine.id();
  } catch (error) {
    if (!(error instanceof EngineAway)) throw error;
    throw new Error(`Temporal does not answer at ${address}. Is it gone for good? Then say --lost.`, {
      cause: error,
    });
  }
}
