// Commands on somebody's own machine, Compose, and what proves and measures the product.
import { httpUrl } from '../kinds/addresses.ts';
import { count, path, seconds, secret, text } from '../kinds/plain.ts';
import { setting } from '../setting.ts';

const local = 'http://127.0.0.1:3000';

export const commands = {
  TUNTAS_API: setting(httpUrl, {
    readBy: ['import', 'demo'],
    default: local,
    about: 'where they find the API',
  }),
  TUNTAS_PASSWORD: setting(secret, {
    readBy: ['import'],
    default: 'demo',
    about: 'the password of who imports',
  }),
  TUNTAS_API_KEY: setting(secret, {
    readBy: ['import'],
    otherwise: 'a password',
    about: 'instead of it: an API key of the national office, of scope `complaints:file`',
  }),
};

export const compose = {
  PUBLISH: setting(text, {
    readBy: ['compose'],
    default: '3000',
    about: 'where the API is published: a port, or `address:port`',
  }),
};

export const proofs = {
  CHROMIUM_PATH: setting(path, {
    readBy: ['test'],
    otherwise: 'found on `PATH`',
    about: 'a Chromium to use',
  }),
  RCLONE: setting(path, { readBy: ['test'], otherwise: 'fetched', about: 'an `rclone` that serves S3' }),
  TEMPORAL_TEST_SERVER: setting(path, {
    readBy: ['test'],
    otherwise: 'fetched',
    about: 'a time-skipping Temporal test server to use',
  }),
  FUZZ_SECONDS: setting(seconds, { readBy: ['fuzz'], default: '35', about: 'for each of the three who ask' }),
  BENCH_JOURNEYS: setting(count, { readBy: ['bench'], default: '50', about: 'journeys that are measured' }),
  BENCH_COMPLAINTS: setting(count, {
    readBy: ['bench'],
    default: '10000',
    about: 'open complaints of `npm run bench -- recompute`, `succession` and `move`',
  }),
  BENCH_STORM: setting(count, {
    readBy: ['bench'],
    default: '3000',
    about: 'limits of `npm run bench -- storm` and `flood` that end together',
  }),
  BENCH_STORM_SECONDS: setting(seconds, {
    readBy: ['bench'],
    default: '660',
    about: 'how long `npm run bench -- storm` looks after the close of office',
  }),
  BENCH_GROWTH: setting(count, {
    readBy: ['bench'],
    default: '10000',
    about: 'open complaints up to which `npm run bench -- growth` goes, from 1,000 tenfold each time',
  }),
};
