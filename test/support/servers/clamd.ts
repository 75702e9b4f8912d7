// clamd as it is installed, with one signature of our own; where there is none, a server that speaks as it does.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntilGone } from '../../../local/parts/process.ts';

/** The test virus of EICAR, in pieces, so that no scanner of a developer's machine takes this file away. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-', 'TEST-FILE!$H+H*'].join(
  '',
);
const signature = 'Tuntas.Test.EICAR';
/** More than so many bytes are refused (StreamMaxLength). */
export const longestStream = 1024 * 1024;

const program = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find((path) =>
  existsSync(path),
);

export class Clamd {
  /** Whether it is the real one. */
  static readonly isReal = program !== undefined;
  readonly address: { path: string };
  private readonly folder: string;
  private child: ChildProcess | undefined;
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  private constructor(folder: string) {
    this.folder = folder;
    this.address = { path: join(folder, 'clamd.sock') };
  }

  static async open(): Promise<Clamd> {
    const clamd = new Clamd(mkdtempSync(join(tmpdir(), 'tuntas-clamd-')));
    await clamd.start();
    return clamd;
  }

  async start(): Promise<void> {
    if (program !== undefined) this.child = this.spawnReal(program);
    else
      this.server = createServer((socket) => {
        this.sockets.add(socket);
        speak(socket);
      }).listen(this.address.path);
    for (const until = Date.now() + 30_000; !(await this.answers()); await sleep(25)) {
      if (Date.now() > until || (this.child && this.child.exitCode !== null))
        throw new Error('clamd does not answer.');
    }
  }

  async stop(): Promise<void> {
    this.child?.kill('SIGKILL');
    if (this.child?.pid) await waitUntilGone(this.child.pid, 5_000);
    for (const socket of this.sockets) socket.destroy();
    this.server?.close();
    [this.child, this.server] = [undefined, undefined];
    rmSync(this.address.path, { force: true });
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private spawnReal(path: string): ChildProcess {
    const database = join(this.folder, 'signatures');
    mkdirSync(database, { recursive: true });
    writeFileSync(join(database, 'own.ndb'), `${signature}:0:*:${Buffer.from(eicar).toString('hex')}\n`);
    const settings = join(this.folder, 'clamd.conf');
    const lines = {
      Foreground: 'yes',
      LocalSocket: this.address.path,
      DatabaseDirectory: database,
      TemporaryDirectory: this.folder,
      StreamMaxLength: String(longestStream),
      Bytecode: 'no',
    };
    writeFileSync(
      settings,
      Object.entries(lines)
        .map(([name, value]) => `${name} ${value}\n`)
        .join(''),
    );
    return spawn(path, ['--config-file', settings], { stdio: 'ignore' });
  }

  private answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.address);
      socket.once('error', () => resolve(false));
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
    });
  }
}

/** One command of a connection, as clamd takes INSTREAM. */
function speak(socket: Socket): void {
  let held: Buffer = Buffer.alloc(0);
  let isStreaming = false;
  let isOver = false;
  const content: Buffer[] = [];
  const say = (words: string) => {
    isOver = true;
    socket.end(`${words}\0`);
  };
  const hear = () => {
    if (!isStreaming) {
      const end = held.indexOf(0);
      if (end === -1) return;
      if (held.toString('latin1', 0, end) !== 'zINSTREAM') return say('UNKNOWN COMMAND');
      isStreaming = true;
      held = held.subarray(end + 1);
    }
    while (held.length >= 4) {
      const length = held.readUInt32BE();
      const all = Buffer.concat(content);
      if (length === 0) return say(all.includes(eicar) ? `stream: ${signature} FOUND` : 'stream: OK');
      if (all.length + length > longestStream) return say('INSTREAM size limit exceeded. ERROR');
      if (held.length < 4 + length) return;
      content.push(held.subarray(4, 4 + length));
      held = held.subarray(4 + length);
    }
  };
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    if (isOver) return;
    held = Buffer.concat([held, chunk]);
    hear();
  });
}
