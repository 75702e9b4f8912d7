// The worker's settings, from the environment.
import { isIP } from 'node:net';
import type { MailSettings } from '../activities/notify/send-mail.ts';

export interface WorkerSettings {
  databaseUrl: string;
  policyFile: string | undefined;
  mail: MailSettings | undefined;
  /** Private addresses and ranges (CIDR) that webhooks may call. */
  privateWebhooks: string[];
  /** `host:port` where the SDK's metrics are served. */
  metricsAddress: string | undefined;
}

/** Throws with the name of the setting that is missing. */
export function readSettings(env: NodeJS.ProcessEnv): WorkerSettings {
  const {
    DATABASE_URL,
    SMTP_URL,
    SMTP_FROM,
    PUBLIC_URL,
    SLA_POLICY_FILE,
    METRICS_ADDRESS,
    WEBHOOK_ALLOW_PRIVATE,
  } = env;
  if (!DATABASE_URL) throw new Error('DATABASE_URL is not set (npm start brings its own database).');
  return {
    databaseUrl: DATABASE_URL,
    policyFile: SLA_POLICY_FILE,
    mail: SMTP_URL
      ? { url: SMTP_URL, from: SMTP_FROM ?? 'Tuntas <tuntas@localhost>', publicUrl: PUBLIC_URL || undefined }
      : undefined,
    privateWebhooks: privateRanges(WEBHOOK_ALLOW_PRIVATE),
    metricsAddress: METRICS_ADDRESS || undefined,
  };
}

function privateRanges(text = ''): string[] {
  const ranges = text
    .split(',')
    .map((range) => range.trim())
    .filter(Boolean);
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const most = isIP(address) === 4 ? 32 : 128;
    if (isIP(address) === 0 || (bits !== undefined && !(/^\d+$/.test(bits) && Number(bits) <= most)))
      throw new Error(
        `WEBHOOK_ALLOW_PRIVATE: ${range} is neither an address nor a range such as 10.0.0.0/8.`,
      );
  }
  return ranges;
}
