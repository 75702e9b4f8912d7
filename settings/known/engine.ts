// Temporal: where it is, and how what it keeps is encrypted.
import { engineAddress, httpUrl, nextEngine } from '../kinds/addresses.ts';
import { payloadKeys } from '../kinds/payload-keys.ts';
import { flag, oneOf, path, secret } from '../kinds/plain.ts';
import { setting } from '../setting.ts';

export const engine = {
  TEMPORAL_ADDRESS: setting(engineAddress, {
    readBy: ['api', 'worker', 'start', 'replay', 'promote', 'reconcile', 'move-engine', 'test'],
    otherwise: 'embedded dev server',
    about: "where Temporal answers; the SDK's other standard settings `TEMPORAL_*` hold, too",
  }),
  TEMPORAL_NEXT: setting(nextEngine, {
    readBy: ['api', 'worker', 'reconcile', 'move-engine', 'bench'],
    otherwise: 'none',
    about:
      'another Temporal, to which `npm run move-engine` moves all open reports; API and worker know both, and ask the one that the reports run on ([the runbook](docs/runbook.md#to-another-temporal))',
  }),
  TEMPORAL_CLI: setting(path, {
    readBy: ['start', 'bench', 'test'],
    otherwise: 'found or fetched',
    about: 'a `temporal` binary to use',
  }),
  TEMPORAL_UI_URL: setting(httpUrl, {
    readBy: ['api'],
    otherwise: 'none',
    about: 'where officers find the Temporal UI; `npm start` sets it',
  }),
  TEMPORAL_UI_BEHIND: setting(httpUrl, {
    readBy: ['api'],
    otherwise: 'none',
    needs: ['PUBLIC_URL'],
    about:
      'a Temporal UI that nobody else reaches, of public path `/temporal`: the API shows it there to ops who signed in, and lets nothing be done in it',
  }),
  TEMPORAL_UI_TOKEN: setting(secret, {
    readBy: ['api'],
    otherwise: 'none',
    about: 'what that UI shows to an authorizer of Temporal (a token that only reads)',
  }),
  TEMPORAL_DISABLE_WRITE_ACTIONS: setting(flag, {
    readBy: ['start'],
    default: 'true',
    about:
      'of the Temporal UI that `npm start` brings; `false` lets people signal, reset and terminate there',
  }),
  WORKER_TAKES_OVER: setting(oneOf('always', 'new', 'never'), {
    readBy: ['worker'],
    default: 'always',
    about:
      'when open reports go on with the build of a worker that starts: `always`; with a `new` one only, where workers are replaced one by one; `never` before `npm run promote` ([the runbook](docs/runbook.md#a-new-release))',
  }),
  TUNTAS_PAYLOAD_KEYS: setting(payloadKeys, {
    readBy: ['api', 'worker', 'replay', 'reconcile', 'move-engine'],
    otherwise: 'kept in the database',
    about:
      'encrypts what Temporal keeps ([the runbook](docs/runbook.md#the-keys-of-what-temporal-keeps)); the first writes, all read',
  }),
};
