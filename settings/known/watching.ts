// What watches the processes: metrics and traces.
import { hostPort, httpUrl } from '../kinds/addresses.ts';
import { port, secret } from '../kinds/plain.ts';
import { setting } from '../setting.ts';

export const watching = {
  METRICS_TOKEN: setting(secret, {
    readBy: ['api'],
    otherwise: 'no metrics',
    about: 'the API serves `/metrics` to who brings it as Bearer',
  }),
  METRICS_PORT: setting(port, {
    readBy: ['api'],
    otherwise: 'no metrics',
    about:
      'serves them on that port of `HOST` and nowhere else; with `METRICS_TOKEN`, there and with the token',
  }),
  METRICS_ADDRESS: setting(hostPort, {
    readBy: ['worker', 'compose'],
    otherwise: 'off',
    about: "where the worker serves the SDK's metrics",
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(httpUrl, {
    readBy: ['api', 'worker'],
    otherwise: 'no traces',
    about:
      'where traces go by OTLP over HTTP, such as `http://localhost:4318`; the other standard settings `OTEL_*` hold, too',
  }),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: setting(httpUrl, {
    readBy: ['api', 'worker'],
    otherwise: 'no traces',
    about: 'the same, as the whole address of traces',
  }),
};
