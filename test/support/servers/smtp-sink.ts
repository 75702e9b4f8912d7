// A real SMTP server that keeps what it receives.
import { SMTPServer } from 'smtp-server';

type Refusal = (Error & { responseCode: number }) | undefined;

/** As a server refuses: `saying` its code and words. */
export const refusal = (responseCode: number, saying: string) =>
  Object.assign(new Error(saying), { responseCode });

export class SmtpSink {
  readonly mails: string[] = [];
  /** Who logs in, writes and is written to; each may be refused. */
  onAuth: () => Refusal = () => undefined;
  onMailFrom: () => Refusal = () => undefined;
  onRcptTo: (address: string) => Refusal = () => undefined;
  /** May refuse a mail. */
  answer: (mail: string) => Error | undefined;
  private readonly server: SMTPServer;

  private constructor(answer: (mail: string) => Error | undefined) {
    this.answer = answer;
    this.server = new SMTPServer({
      authOptional: true,
      // A closed network answers no lookup.
      disableReverseLookup: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(this.onAuth(), { user: 'tuntas' }),
      onMailFrom: (_from, _session, done) => done(this.onMailFrom()),
      onRcptTo: ({ address }, _session, done) => done(this.onRcptTo(address)),
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

  /** The same, for who logs in. */
  get urlWithLogIn(): string {
    return this.url.replace('//', '//tuntas:rahasia@');
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
    });
  }
}
