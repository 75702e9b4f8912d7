// The API of people's accounts alone: on a database of its own, without an engine, which nothing of it asks.
import { buildApp, type AppOptions } from '../../../api/app.ts';
import type { App } from '../../../api/services.ts';
import { openKeyRing } from '../../../codec/open.ts';
import { openDatabase, type Sql } from '../../../db/connection/client.ts';
import { appRole } from '../../../db/schema/app-role.ts';
import { Engine } from '../../../engine/engine.ts';
import type { KeyRing } from '../../../settings/kinds/payload-keys.ts';
import { FileStore } from '../../../store/file-store.ts';
import { type Answer, type Api, secret } from '../api.ts';
import { Visitor } from '../console/visitor.ts';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import { recording } from '../examples/recorder.ts';
import { identityKeys } from '../runner/identity-keys.ts';

export type Asked = Pick<Api, 'send'>;

export class Accounts {
  /** As the owner of the tables. */
  readonly sql: Sql;
  /** As the app. */
  readonly appSql: Sql;
  readonly keyRing: KeyRing;
  private readonly database: FreshDatabase;
  private readonly apps: App[] = [];

  private constructor(database: FreshDatabase, keyRing: KeyRing) {
    this.database = database;
    this.sql = database.sql;
    this.appSql = openDatabase(database.url, { role: appRole, keys: identityKeys });
    this.keyRing = keyRing;
  }

  static async open(): Promise<Accounts> {
    const database = await freshDatabase();
    return new Accounts(database, await openKeyRing({}, database.sql));
  }

  /** Another API on it; `host`: as people wrote it into the address. */
  async api(options: Partial<AppOptions> = {}, host = '127.0.0.1'): Promise<Asked & { app: App }> {
    const app = await buildApp({
      sql: this.appSql,
      engine: Engine.fromEnvironment(),
      store: new FileStore('/nowhere'),
      secret,
      keyRing: this.keyRing,
      demoPeople: true,
      mailing: true,
      logLevel: 'silent',
      ...recording(),
      ...options,
    });
    this.apps.push(app);
    return { app, send: (...asked) => sendTo(app, host, ...asked) };
  }

  async close(): Promise<void> {
    for (const app of this.apps) await app.close();
    await this.appSql.end({ timeout: 1 });
    await this.database.close();
  }

  /** What stands in the log of changes of an account, the first first. */
  async noted(username: string): Promise<unknown[]> {
    const rows = await this.sql`
      select by, change from admin_changes where what = 'user' and subject = ${username} order by id`;
    return rows.map(({ by, change }) => [by, change]);
  }

  /** What its owner was told of the second factor, and how many mails that owes. */
  async told(username: string): Promise<unknown[]> {
    const rows = await this.sql`
      select n.subject, count(d.id)::int as mails from notifications n left join deliveries d on d.notification_id = n.id
      where n.kind = 'second-factor' and n.username = ${username} group by n.id order by n.id`;
    return rows.map(({ subject, mails }) => [subject, mails]);
  }
}

export async function signedIn(api: Asked, username: string): Promise<Visitor> {
  const visitor = new Visitor(api);
  const { status, body } = await visitor.signIn(username);
  if (status !== 200) throw new Error(`${username}: ${status} ${JSON.stringify(body)}`);
  return visitor;
}

/** What the inbox answers: 200, or why not. */
export async function inbox(visitor: Visitor): Promise<number | string> {
  const { status, body } = await visitor.send('GET', '/v1/inbox');
  return body.code ?? status;
}

/** Without a line: as it would come by one. */
async function sendTo(
  app: App,
  host: string,
  ...[method, path, body, headers = {}]: Parameters<Api['send']>
): Promise<Answer> {
  const answer = await app.inject({
    method: method as 'GET',
    url: path,
    headers: { host, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  });
  const got = new Headers();
  for (const [name, value] of Object.entries(answer.headers))
    for (const one of [value].flat()) if (one !== undefined) got.append(name, String(one));
  const json = String(answer.headers['content-type']).includes('json');
  return {
    status: answer.statusCode,
    headers: got,
    body: json && answer.body ? answer.json() : answer.body,
  };
}
