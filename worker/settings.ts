// The worker's settings, from the environment.
import type { MailSettings } from '../activities/notify/deliver.ts';

export interface WorkerSettings {
  databaseUrl: string;
  policyFile: string | undefined;
  mail: MailSettings | undefined;
  /** `host:port` where the SDK's metrics are served. */
  metricsAddress: string | undefined;
}

/** Throws with the name of the setting that is missing. */
export function readSettings(env: NodeJS.ProcessEnv): WorkerSettings {
  const { DATABASE_URL, SMTP_URL, SMTP_FROM, SLA_POLICY_FILE, METRICS_ADDRESS } = env;
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set (npm start brings its own database).');
  return {
    databaseUrl: DATABASE_URL,
    policyFile: SLA_POLICY_FILE,
    mail: SMTP_URL ? { url: SMTP_URL, from: SMTP_FROM ?? 'Tuntas <tuntas@localhost>' } : undefined,
    metricsAddress: METRICS_ADDRESS || undefined,
  };
}
