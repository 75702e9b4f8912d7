// A real SMTP server that keeps what it receives.
import { SMTPServer } from 'smtp-server';

export class SmtpSink {
  readonly mails: string[] = [];
  /** May refuse a mail. */
  answer: (mail: string) => Error | undefined;
  private readonly server: SMTPServer;

  private constructor(answer: (mail: string) => Error | undefined) {
    this.answer = answer;
    this.server = new SMTPServer({
      authOptional: true,
      // A closed network answers no lookup.
      disableReverseLookup: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, _session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const mail = Buffer.concat(parts).toString();
          const refused = this.answer(mail);
          if (!refused) this.mails.push(mail);
          done(refused);
        });
      },
    });
  }

  /** On `port`, or any. */
  static async open(
    port = 0,
    answer: (mail: string) => Error | undefined = () => undefined,
  ): Promise<SmtpSink> {
    const sink = new SmtpSink(answer);
    await new Promise<void>((resolve, reject) => {
      sink.server.server.once('error', reject);
      sink.server.listen(port, '127.0.0.1', resolve);
    });
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as { port: number }).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
    });
  }
}
