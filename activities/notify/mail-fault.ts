// Why a mail did not go: whose fault it was, and in codes alone, since the words of a mail server repeat the address.

/** What nodemailer's errors carry. */
interface SmtpError {
  /** `EAUTH`, `EENVELOPE`, `ESOCKET`, … */
  code?: unknown;
  /** The cause of an `ESOCKET`, such as `ECONNREFUSED`. */
  originalCode?: unknown;
  /** The command that was answered: `CONN`, `AUTH PLAIN`, `MAIL FROM`, `RCPT TO`, `DATA`, … */
  command?: unknown;
  response?: unknown;
  responseCode?: unknown;
}

export interface MailFault {
  /**
   * `final`: the recipient's server will never take it. `later`: it may. `ours`: our log-in, sender, connection or
   * server; it says nothing of the recipient.
   */
  verdict: 'final' | 'later' | 'ours';
  /** Of SMTP. */
  statusCode: number | null;
  /** Such as `RCPT TO: 550 5.1.1` or `CONN: ECONNREFUSED`. */
  error: string;
}

const commands = /^(CONN|[EHL]+[OH]LO|STARTTLS|AUTH [A-Z0-9-]+|MAIL FROM|RCPT TO|DATA|RSET|API)$/;
/** RFC 5321 and 4954: not implemented or out of order, encryption or a log-in wanted. */
const aboutUs = new Set([421, 454, 500, 502, 503, 504, 523, 530, 534, 535, 538]);
/** As servers word it that give no better code. */
const aboutSender = /\bsender (address )?(rejected|refused|denied|verify)/i;
/** RFC 7372 and 7505: our signature or domain does not vouch for us; 5.2.252, 5.7.60: Exchange, that we may not send as that sender. */
const aboutUsByPolicy = /^5\.(7\.(2\d|60)|2\.252)$/;
/** The same in words alone. */
const vouching = /\b(send ?as|dmarc|spf|dkim)\b/i;

/** Never throws, whatever was thrown. */
export function mailFaultOf(thrown: unknown): MailFault {
  const error: SmtpError = typeof thrown === 'object' && thrown !== null ? thrown : {};
  const said = typeof error.response === 'string' ? error.response : '';
  const statusCode = typeof error.responseCode === 'number' ? error.responseCode : null;
  const enhanced = /^[245]\d\d[ -]([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(said)?.[1];
  const command =
    typeof error.command === 'string' && commands.test(error.command) ? `${error.command}: ` : '';
  const codes = [statusCode, enhanced].filter(Boolean).join(' ');
  return {
    verdict: verdictOf({ error, statusCode, enhanced, said }),
    statusCode,
    error: `${command}${codes || symbolOf(error.originalCode) || symbolOf(error.code) || 'failed'}`,
  };
}

function symbolOf(code: unknown): string {
  return typeof code === 'string' && /^E[A-Z0-9_]{2,30}$/.test(code) ? code : '';
}

interface Said {
  error: SmtpError;
  statusCode: number | null;
  enhanced: string | undefined;
  said: string;
}

/** Only what concerns the recipient, or the message once it was sent, is final; what may be either is tried longer. */
function verdictOf({
  error: { command, code },
  statusCode,
  enhanced = '',
  said,
}: Said): MailFault['verdict'] {
  if (command !== 'RCPT TO' && command !== 'DATA') return 'ours';
  if (statusCode === null || aboutUs.has(statusCode)) return 'ours';
  // RFC 3463: x.3 is the mail system (5.3.4: the message is too big), x.5 the protocol.
  if (/^5\.(3\.(?!4$)|5\.)/.test(enhanced) || /\brelay/i.test(said)) return 'ours';
  const isPolicy = enhanced.startsWith('5.7.');
  // x.1.7 and x.1.8 are the sender, whom many servers refuse at RCPT TO only.
  if (/^[45]\.1\.[78]$/.test(enhanced) || (!isPolicy && aboutSender.test(said))) return 'ours';
  if (aboutUsByPolicy.test(enhanced) || vouching.test(said)) return 'ours';
  if (statusCode < 500) return 'later';
  const wasSent = code === 'EMESSAGE';
  // A policy may mean us as well as them; DATA refused before the message says nothing of it.
  if (isPolicy || (!wasSent && command === 'DATA')) return 'later';
  return 'final';
}
