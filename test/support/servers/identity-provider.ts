// A real OpenID Connect provider on this machine; whoever types a name at its sign-in page is that person.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export const clientId = 'tuntas';
export const clientSecret = 'a secret that the provider and Tuntas share';

export class IdentityProvider {
  readonly issuer: string;
  private readonly server: Server;

  private constructor(server: Server, issuer: string) {
    this.server = server;
    this.issuer = issuer;
  }

  /** On `port`, or any. `names`: whether it tells usernames. */
  static async open(
    redirectUri: string,
    { port = 0, names = true }: { port?: number; names?: boolean } = {},
  ): Promise<IdentityProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve);
    });
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new Provider(issuer, {
      clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
      claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email', 'email_verified'] },
      pkce: { required: () => true },
      cookies: { keys: ['keys of a test'] },
      findAccount: (_ctx, id) => ({
        accountId: id,
        claims: () => ({
          sub: id,
          ...(names && { preferred_username: id }),
          email: id,
          email_verified: id.endsWith('@teks.example') ? 'true' : id.endsWith('@contoh.go.id'),
        }),
      }),
    });
    const handle = provider.callback();
    server.on('request', (request, response) => void handle(request, response));
    return new IdentityProvider(server, issuer);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }
}
