// The API as outside clients meet it: over HTTP, with a real Temporal server, worker and database behind it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { DataConverter, PayloadCodec } from '@temporalio/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import type { MailSettings } from '../../activities/notify/send-mail.ts';
import { FileStore } from '../../store/file-store.ts';
import type { Store } from '../../store/store.ts';
import type { KeyRing } from '../../settings/kinds/payload-keys.ts';
import { type AppOptions, buildApp } from '../../api/app.ts';
import type { App } from '../../api/services.ts';
import { Engine } from '../../engine/engine.ts';
import { registerSearchAttributes } from '../../engine/search-attributes.ts';
import { openCodec, openKeyRing, openWorkerCodec } from '../../codec/open.ts';
import { appRole } from '../../db/schema/app-role.ts';
import { openDatabase, type Sql } from '../../db/connection/client.ts';
import { bundleWorkflows } from '../../worker/bundle.ts';
import { useOwnSandbox } from '../../worker/sandbox/own-sandbox.ts';
import { courierWorkflow, taskQueue } from '../../workflows/messages.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { identityKeys } from './runner/identity-keys.ts';
import { openEngine, type OwnEngine } from './servers/own-engine.ts';
import { Proxy } from './servers/proxy.ts';
import { recording } from './examples/recorder.ts';
import './quiet-runtime.ts';

export const secret = 'a secret of more than thirty-two characters';

/** What scrapers of the tests bring. */
export const metricsToken = 'a-token-for-scrapers';

export interface Answer {
  status: number;
  headers: Headers;
  // What came, as a client without our types sees it.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
}

type Headers_ = Record<string, string>;

export class Api {
  readonly base: string;
  readonly databaseUrl: string;
  /** Straight to the database, as the owner of its tables; the API goes through `proxy`, as the app. */
  readonly sql: Sql;
  /** Straight to the database, as the app: of workers and replicas. */
  readonly appSql: Sql;
  readonly proxy: Proxy;
  readonly app: App;
  readonly engine: Engine;
  readonly store: Store;
  /** The folder of `store`. */
  readonly files: string;
  readonly client: Client;
  /** Of workers and replays. */
  readonly dataConverter: DataConverter;
  readonly codec: PayloadCodec;
  readonly keyRing: KeyRing;
  /** Each signs in once, however many of its requests are the first: so many attempts at once would be a lock-out. */
  private readonly tokens = new Map<string, Promise<string>>();
  private readonly parts: (() => Promise<unknown>)[];
  /** Of the engine. */
  readonly address: string;
  private worker: { stop: () => Promise<void> } | undefined;
  private temporal: OwnEngine;

  private constructor(
    made: Pick<
      Api,
      | 'base'
      | 'databaseUrl'
      | 'sql'
      | 'appSql'
      | 'proxy'
      | 'app'
      | 'engine'
      | 'store'
      | 'files'
      | 'client'
      | 'dataConverter'
      | 'codec'
      | 'keyRing'
    > & {
      address: string;
      parts: Api['parts'];
      temporal: Api['temporal'];
    },
  ) {
    this.base = made.base;
    this.databaseUrl = made.databaseUrl;
    this.sql = made.sql;
    this.appSql = made.appSql;
    this.proxy = made.proxy;
    this.app = made.app;
    this.engine = made.engine;
    this.store = made.store;
    this.files = made.files;
    this.client = made.client;
    this.dataConverter = made.dataConverter;
    this.codec = made.codec;
    this.keyRing = made.keyRing;
    this.address = made.address;
    this.parts = made.parts;
    this.temporal = made.temporal;
  }

  /** `own`: on that database, which it closes with the rest. */
  static async open(options: Partial<AppOptions> = {}, own?: FreshDatabase): Promise<Api> {
    const database = own ?? (await freshDatabase());
    const folder = mkdtempSync(join(tmpdir(), 'tuntas-api-'));
    const temporal = await openEngine(folder);
    const { address, namespace, connectionOptions } = temporal;
    const connection = Connection.lazy(connectionOptions);
    await registerSearchAttributes(connection, namespace);
    const keyRing = await openKeyRing({}, database.sql);
    const { codec, dataConverter: ofClients } = openCodec(keyRing);
    const { dataConverter } = openWorkerCodec(keyRing, database.sql);
    const client = new Client({ connection, namespace, dataConverter: ofClients });
    const engine = new Engine(client);
    const proxy = await Proxy.before(database.url);
    const as = { role: appRole, keys: identityKeys };
    const sql = openDatabase(proxy.url, as);
    const appSql = openDatabase(database.url, as);
    const files = join(folder, 'attachments');
    const store = new FileStore(files);
    const app = await buildApp({
      sql,
      engine,
      store,
      secret,
      privateWebhooks: true,
      demoPeople: true,
      metrics: { token: metricsToken },
      codec,
      keyRing,
      ...recording(),
      ...options,
      logLevel: 'silent',
    });
    const base = await app.listen({ port: 0, host: '127.0.0.1' });
    const parts = [
      () => app.close(),
      () => connection.close(),
      () => sql.end({ timeout: 1 }),
      () => appSql.end({ timeout: 1 }),
      async () => proxy.close(),
      () => temporal.close(),
      () => database.close(),
      async () => rmSync(folder, { recursive: true, force: true }),
    ];
    const api = new Api({
      base,
      databaseUrl: database.url,
      sql: database.sql,
      appSql,
      proxy,
      app,
      engine,
      store,
      files,
      client,
      dataConverter,
      codec,
      keyRing,
      address,
      parts,
      temporal,
    });
    await api.startWorker();
    return api;
  }

  async close(): Promise<void> {
    await this.stopWorker();
    for (const part of this.parts) await part();
  }

  /** `mail`: it sends mails, and so owes them. */
  async startWorker(mail?: MailSettings): Promise<void> {
    const { connectionOptions, namespace } = this.temporal;
    const connection = await NativeConnection.connect(connectionOptions);
    useOwnSandbox();
    const worker = await Worker.create({
      connection,
      namespace,
      taskQueue,
      dataConverter: this.dataConverter,
      workflowBundle: await bundleWorkflows(),
      activities: createActivities({
        sql: this.appSql,
        privateWebhooks: ['127.0.0.1'],
        engine: this.engine,
        ...(mail && { mail }),
      }),
      shutdownGraceTime: '100ms',
      shutdownForceTime: '3s',
    });
    const running = worker.run();
    await this.client.workflow.start(courierWorkflow, {
      workflowId: courierWorkflow,
      taskQueue,
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    this.worker = {
      stop: async () => {
        worker.shutdown();
        await running.catch(() => {});
        await connection.close();
      },
    };
  }

  /** Another API process on the same engine and database; whoever asks for it closes it. */
  replica(options: Partial<AppOptions> = {}): Promise<App> {
    const { appSql: sql, engine, store, keyRing } = this;
    return buildApp({
      sql,
      engine,
      store,
      secret,
      keyRing,
      demoPeople: true,
      logLevel: 'silent',
      ...recording(),
      ...options,
    });
  }

  async stopWorker(): Promise<void> {
    await this.worker?.stop();
    this.worker = undefined;
  }

  stopEngine(signal?: NodeJS.Signals): Promise<void> {
    return this.temporal.stop(signal);
  }

  startEngine(): Promise<void> {
    return this.temporal.start();
  }

  /** Sends JSON; a string goes as it is. */
  async send(method: string, path: string, body?: unknown, headers: Headers_ = {}): Promise<Answer> {
    const response = await fetch(new URL(path, this.base), {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: json && text ? JSON.parse(text) : text,
    };
  }

  /** As a demo officer. */
  async as(
    who: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Headers_ = {},
  ): Promise<Answer> {
    return this.send(method, path, body, { authorization: `Bearer ${await this.tokenOf(who)}`, ...headers });
  }

  tokenOf(who: string): Promise<string> {
    const known = this.tokens.get(who);
    if (known) return known;
    const signedIn = this.send('POST', '/v1/sessions', { username: who, password: 'demo' }).then(
      ({ body: { token } }) => {
        if (!token) this.tokens.delete(who);
        return token;
      },
    );
    this.tokens.set(who, signedIn);
    signedIn.catch(() => this.tokens.delete(who));
    return signedIn;
  }

  /** A new API key of that office, good for a month. */
  async keyOf(officeId: string, scopes: readonly string[], name = 'Sistem tiket'): Promise<string> {
    const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const made = await this.as('ops', 'POST', '/v1/api-keys', { officeId, name, scopes, expiresOn });
    return made.body.key;
  }

  /** Files one. Where the engine has begun with it, its record is there when this ends, also on a slow machine. */
  async file(fields: Record<string, unknown> = {}, headers: Headers_ = {}): Promise<Answer> {
    const answer = await this.send('POST', '/v1/complaints', { ...report, ...fields }, headers);
    if (answer.body.step > 1) await this.recorded(answer.body.number);
    return answer;
  }

  /** A worker that finds the database slow writes the record a little later than it answers. */
  private async recorded(number: string): Promise<void> {
    for (const until = Date.now() + 30_000; Date.now() < until; await sleep(20)) {
      const [row] = await this.sql`select step from complaints where number = ${number}`;
      if (row?.step > 1) return;
    }
  }

  /** Files one, and gives what drives it. Told to come again later by a machine that has much to do, it does. */
  async report(fields: Record<string, unknown> = {}): Promise<Driven> {
    for (const until = Date.now() + 60_000; ; await sleep(500)) {
      const { status, body } = await this.file(fields);
      if (status !== 503 || Date.now() > until) return new Driven(this, body.number, body.accessKey);
    }
  }
}

export const report = {
  kind: 'pengaduan',
  title: 'Jalan berlubang di depan pasar',
  description: 'Sudah tiga bulan lubangnya tidak ditambal.',
  channel: 'web',
  category: 'Infrastruktur',
  confidentiality: 'terbuka',
  reporter: { name: 'Siti Rahmawati', email: 'siti@example.org', phone: '+62 812-0000-111' },
};

/** One report and what may be done with it. */
export class Driven {
  readonly number: string;
  readonly key: string;
  readonly path: string;
  private readonly api: Api;

  constructor(api: Api, number: string, key: string) {
    this.api = api;
    this.number = number;
    this.key = key;
    this.path = `/v1/complaints/${number}`;
  }

  decide(who: string, body: unknown, headers: Headers_ = {}): Promise<Answer> {
    return this.api.as(who, 'POST', `${this.path}/decisions`, body, headers);
  }

  reply(body: unknown, headers: Headers_ = {}): Promise<Answer> {
    return this.api.send('POST', `${this.path}/replies`, body, { 'x-access-key': this.key, ...headers });
  }

  seenBy(who: string): Promise<Answer> {
    return this.api.as(who, 'GET', this.path);
  }

  followed(): Promise<Answer> {
    return this.api.send('GET', this.path, undefined, { 'x-access-key': this.key });
  }

  async events(who = 'nasional'): Promise<Answer['body'][]> {
    return (await this.api.as(who, 'GET', `${this.path}/events?limit=200`)).body.items;
  }

  /** Down to row 8, held by Eselon 1. Told to come again later by a machine that has much to do, they do. */
  async toRow8(): Promise<this> {
    const way: [string, object][] = [
      ['nasional', { action: 'dispose', officeId: 'kementerian-contoh' }],
      ['instansi', { action: 'receive' }],
      ['instansi', { action: 'accept', officeId: 'ditjen-pelayanan' }],
      ['eselon1', { action: 'respond', text: 'Sedang kami periksa.' }],
      ['eselon1', { action: 'accept' }],
    ];
    for (const [who, body] of way)
      for (const until = Date.now() + 60_000; ; await sleep(500)) {
        const { status } = await this.decide(who, body);
        if (status !== 503 || Date.now() > until) break;
      }
    return this;
  }
}
