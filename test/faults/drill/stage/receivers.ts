// Who is told from outside: a mail server and a webhook's receiver, each behind a line that can hang.
import { SmtpSink } from '../../../support/servers/smtp-sink.ts';
import { WebhookSink } from '../../../support/servers/webhook-sink.ts';
import { Link } from './link.ts';

export interface Receivers {
  mail: { sink: SmtpSink; line: Link; url: string };
  webhook: { sink: WebhookSink; line: Link; url: string };
  close(): Promise<void>;
}

export async function openReceivers(): Promise<Receivers> {
  const [mail, webhook] = [await SmtpSink.open(), await WebhookSink.open()];
  const lines = [
    await Link.before(Number(new URL(mail.url).port)),
    await Link.before(Number(new URL(webhook.url).port)),
  ] as const;
  return {
    mail: { sink: mail, line: lines[0], url: `smtp://127.0.0.1:${lines[0].port}` },
    webhook: { sink: webhook, line: lines[1], url: `http://127.0.0.1:${lines[1].port}/drill` },
    close: async () => {
      await Promise.all(lines.map((line) => line.close()));
      await Promise.all([mail.close(), webhook.close()]);
    },
  };
}
