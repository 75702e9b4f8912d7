// Where the processes are reached, and what they say.
import { httpUrl, proxies } from '../kinds/addresses.ts';
import { oneOf, path, port, text } from '../kinds/plain.ts';
import { setting } from '../setting.ts';

export const processes = {
  PORT: setting(port, { readBy: ['api', 'start', 'cluster'], default: '3000', about: 'of the API' }),
  HOST: setting(text, {
    readBy: ['api', 'start', 'cluster'],
    default: '127.0.0.1',
    about: 'where the API listens; `0.0.0.0` lets other machines in, as the image does',
  }),
  PUBLIC_URL: setting(httpUrl, {
    readBy: ['api', 'worker', 'compose'],
    otherwise: 'no links',
    about:
      "where people reach the console, for links in mails and for OpenID Connect; without it no address can be confirmed, and `npm start` takes this machine's",
  }),
  TRUST_PROXY: setting(proxies, {
    readBy: ['api'],
    default: 'false',
    about:
      "the proxies that stand before the API, counted where nobody else reaches its port: the caller's address, and whether it came by https, are as they say",
  }),
  WEB_DIR: setting(path, { readBy: ['api'], default: 'web/dist', about: 'the built console' }),
  NODE_ENV: setting(oneOf('production', 'development', 'test'), {
    readBy: ['api', 'worker', 'start'],
    otherwise: 'none',
    about: '`production`: `npm start` adds no demo people and lets none in, also in its own database',
  }),
  LOG_LEVEL: setting(oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'), {
    readBy: ['api', 'worker'],
    default: 'info',
    about: 'of the JSON logs',
  }),
};
