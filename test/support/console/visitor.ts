// Somebody at a browser: keeps the cookies that it is given, follows no redirect by itself.
import type { Answer, Api } from '../api.ts';

export class Visitor {
  readonly cookies = new Map<string, string>();
  /** The Set-Cookie lines of the last answer. */
  given: string[] = [];
  csrf = '';
  private readonly api: Pick<Api, 'send'>;

  constructor(api: Pick<Api, 'send'>) {
    this.api = api;
  }

  /** With the CSRF token of the session, unless `headers` say otherwise. */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = { 'x-csrf-token': this.csrf },
  ): Promise<Answer> {
    const answer = await this.api.send(method, path, body, { cookie: this.cookieHeader(), ...headers });
    this.keep(answer.headers.getSetCookie());
    return answer;
  }

  async signIn(username: string, password = 'demo'): Promise<Answer> {
    const answer = await this.send('POST', '/v1/sign-in', { username, password });
    this.csrf = answer.body.csrf ?? '';
    return answer;
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  keep(lines: string[]): void {
    this.given = lines;
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
