// `npm run promote`: open reports go on with the workflows as they are here: the end of a rollout, and of going back to a release.
import { setTimeout as sleep } from 'node:timers/promises';
import { Versions } from '../engine/workers/versions.ts';
import { seconds } from '../settings/kinds/plain.ts';
import { ownSettings } from '../settings/read.ts';
import { buildId } from '../worker/bundle.ts';
import { as, command, finish } from './shared/command.ts';
import { connect } from './shared/temporal.ts';

const everyMs = 200;
const asked = command('promote', {
  description:
    'Have open reports go on with the workflows as they are here, from their next task on, once a worker with them runs.',
  exits:
    'Exit code: 1 when none ran within the time to wait, and nothing was changed; 2 when it could not be asked.',
})
  .option('--wait <seconds>', 'how long to wait for such a worker', as(seconds), 60)
  .parse();
ownSettings('promote');

await finish(promote(asked.opts<{ wait: number }>().wait), { failed: 2 });

/** Gives the exit code: 0 they do, 1 no worker of this build was there in time. */
async function promote(waitSeconds: number): Promise<number> {
  const { client, close } = await connect();
  try {
    const versions = new Versions(client);
    const build = await buildId();
    for (const until = Date.now() + waitSeconds * 1_000; ; await sleep(everyMs)) {
      if ((await versions.makeCurrent(build)) === 'current') {
        console.log(`Open reports go on with build ${build}.`);
        return 0;
      }
      if (Date.now() > until) {
        console.error(`No worker of build ${build} asks for tasks.`);
        return 1;
      }
    }
  } finally {
    await close();
  }
}
