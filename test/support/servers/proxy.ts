// A TCP proxy in front of a database, to take it away: silent (a black hole) or cut (refused).
import { createConnection, createServer, type Server, type Socket } from 'node:net';

export class Proxy {
  private state: 'open' | 'silent' | 'cut' = 'open';
  private readonly sockets = new Set<Socket>();
  private readonly listener: Server;
  private readonly target: URL;

  private constructor(target: URL) {
    this.target = target;
    this.listener = createServer((client) => this.join(client));
  }

  static async before(database: string): Promise<Proxy> {
    const proxy = new Proxy(new URL(database));
    await new Promise<void>((resolve) => {
      proxy.listener.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  /** The database's URL through the proxy. */
  get url(): string {
    const through = new URL(this.target);
    through.hostname = '127.0.0.1';
    through.port = String((this.listener.address() as { port: number }).port);
    return through.href;
  }

  /** Nothing goes through any more, and nobody is told. */
  silence(): void {
    this.state = 'silent';
  }

  /** Connections break, new ones too. */
  cut(): void {
    this.state = 'cut';
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  mend(): void {
    this.cut();
    this.state = 'open';
  }

  close(): void {
    this.cut();
    this.listener.close();
  }

  private join(client: Socket): void {
    if (this.state === 'cut') {
      client.destroy();
      return;
    }
    const server = createConnection(Number(this.target.port), this.target.hostname);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(from);
      from.on('data', (part) => this.state === 'silent' || to.write(part));
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
    }
  }
}
