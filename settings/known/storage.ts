// Where things are kept: the database, the data folder, the attachments.
import { databaseUrl, httpUrl, socketAddress } from '../kinds/addresses.ts';
import { path, text } from '../kinds/plain.ts';
import { setting } from '../setting.ts';

const stores = ['api', 'verify-record'] as const;
/** Commands that look at the engine, too. */
const engineers = ['replay', 'reconcile', 'move-engine'] as const;

export const storage = {
  DATABASE_URL: setting(databaseUrl, {
    readBy: [
      'api',
      'worker',
      'start',
      'migrate',
      'admin',
      'verify-record',
      'rebuild-figures',
      'identities',
      'rehearse',
      ...engineers,
    ],
    requiredBy: ['api', 'worker', 'migrate', 'rehearse'],
    otherwise: 'embedded PostgreSQL',
    about:
      '`npm start` brings its own without it, which the commands find on `DATA_DIR`; `npm run migrate` needs the owner of the tables; API and worker act as the role `tuntas_app`, best by a log-in of their own ([the runbook](docs/runbook.md#the-databases-roles))',
  }),
  APP_DATABASE_URL: setting(databaseUrl, {
    readBy: ['migrate'],
    otherwise: 'none',
    about: 'the log-in that it makes for API and worker, as they have it in `DATABASE_URL`',
  }),
  DATA_DIR: setting(path, {
    readBy: ['start', 'cluster', 'admin', 'rebuild-figures', 'identities', ...engineers, ...stores],
    default: '.data',
    about: 'where the embedded servers keep their data',
  }),
  SLA_POLICY_FILE: setting(path, {
    readBy: ['start', 'api', 'worker', 'migrate'],
    otherwise: 'the shipped `sop`',
    about:
      'a JSON policy; limits as `{"officeMinutes": n}`, `{"workingDays": n}`, `{"days": n}` (calendar days) or, for drills, `{"seconds": n}`',
  }),
  ATTACHMENTS_DIR: setting(path, {
    readBy: stores,
    otherwise: '`DATA_DIR/attachments`',
    about: 'where attachments lie; several API processes share one folder, or use S3',
  }),
  ATTACHMENTS_S3_BUCKET: setting(text, {
    readBy: stores,
    otherwise: 'off',
    about: "a bucket instead of the folder; credentials by the SDK's standard settings `AWS_*`",
  }),
  ATTACHMENTS_S3_ENDPOINT: setting(httpUrl, {
    readBy: stores,
    otherwise: "Amazon's",
    about: 'of another server that speaks S3',
  }),
  ATTACHMENTS_S3_PREFIX: setting(text, {
    readBy: stores,
    otherwise: 'none',
    about: 'before every key, such as `tuntas/`',
  }),
  AWS_REGION: setting(text, {
    readBy: stores,
    otherwise: "by the SDK's standard settings; `us-east-1` with an endpoint",
    about: 'of the bucket',
  }),
  CLAMD: setting(socketAddress, {
    readBy: ['api'],
    otherwise: 'no scan',
    about:
      "where ClamAV's `clamd` listens: from then on nobody gets an attachment before it was scanned for viruses ([the runbook](docs/runbook.md#a-virus-scanner))",
  }),
};
