// Who signs in and how, and how people and other systems are told.
import { contactUri, ranges, smtpUrl, tlsUrl } from '../kinds/addresses.ts';
import { factorHolders } from '../kinds/factor-holders.ts';
import { flag, longSecret, secret, text } from '../kinds/plain.ts';
import { payloadKeys } from '../kinds/payload-keys.ts';
import { setting } from '../setting.ts';

export const people = {
  TUNTAS_SECRET: setting(longSecret(32), {
    readBy: ['api'],
    otherwise: 'kept in the database, sealed',
    about: 'signs sessions and derives access keys',
  }),
  TUNTAS_IDENTITY_KEYS: setting(payloadKeys, {
    readBy: ['api', 'worker', 'identities', 'move-engine', 'rehearse'],
    requiredBy: ['api', 'worker', 'rehearse'],
    otherwise: '`npm start` makes one: `DATA_DIR/identity.keys`',
    about:
      'opens who reports, which the database keeps sealed ([backups and keys](docs/backups.md#who-reports)); the first seals, all open',
  }),
  OIDC_ISSUER: setting(tlsUrl, {
    readBy: ['api'],
    otherwise: 'local accounts only',
    needs: ['OIDC_CLIENT_ID', 'PUBLIC_URL'],
    about:
      'sign-in through this identity provider, which sends people back to `PUBLIC_URL/v1/sign-in/oidc/callback`',
  }),
  OIDC_CLIENT_ID: setting(text, { readBy: ['api'], otherwise: 'none', about: 'as the provider knows us' }),
  OIDC_CLIENT_SECRET: setting(secret, {
    readBy: ['api'],
    otherwise: 'a public client',
    about: 'of that client; without it PKCE alone holds',
  }),
  OIDC_NAME: setting(text, {
    readBy: ['api'],
    otherwise: "the issuer's host",
    about: 'what people read on the button',
  }),
  OIDC_CLAIM: setting(text, {
    readBy: ['api'],
    default: 'preferred_username',
    about:
      'the claim (`email` when it is verified) that names the user at the first sign-in; issuer and subject do from then on',
  }),
  SECOND_FACTOR_REQUIRED: setting(factorHolders, {
    readBy: ['api'],
    otherwise: '`ops,national` with `NODE_ENV=production`, else `none`',
    about:
      'who signs in with a password here and must show a second factor besides; whoever has one is asked for it anyway',
  }),
  SMTP_URL: setting(smtpUrl, {
    readBy: ['api', 'worker', 'move-engine'],
    otherwise: 'no mail',
    about: 'the mail server',
  }),
  SMTP_FROM: setting(text, {
    readBy: ['worker'],
    default: 'Tuntas <tuntas@localhost>',
    about: 'who writes the mails',
  }),
  FOUR_EYES: setting(flag, {
    readBy: ['api'],
    otherwise: 'on where `NODE_ENV` is `production`',
    about:
      'accounts are made, given more and given passwords by two of ops: one asks, another approves ([the runbook](docs/runbook.md#two-of-ops))',
  }),
  SECURITY_CONTACT: setting(contactUri, {
    readBy: ['api'],
    otherwise: 'nobody is named',
    about:
      'who is told of a weakness of this installation; the API names them at `/.well-known/security.txt`',
  }),
  SECURITY_POLICY: setting(tlsUrl, {
    readBy: ['api'],
    otherwise: 'none',
    needs: ['SECURITY_CONTACT'],
    about: 'where the rules of telling stand, named there too',
  }),
  WEBHOOK_ALLOW_PRIVATE: setting(ranges, {
    readBy: ['api', 'worker'],
    otherwise: 'none',
    about: 'private addresses that webhooks may call, these also without TLS',
  }),
};
