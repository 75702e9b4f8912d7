// Passkeys: made and shown by the browser, checked by a library that knows their formats. Whoever shows one has unlocked it.
import { createHash } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransportFuture,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { Db } from '../../../db/connection/client.ts';
import {
  keepChallenge,
  passkeyById,
  type PasskeyRow,
  passkeysOf,
  takeChallenge,
  usePasskey,
} from '../../../db/people/second-factors/passkeys.ts';
import { invalidField } from '../../http/problems.ts';
import type { Session } from '../session.ts';
import type { RelyingParty } from './relying-party.ts';

/** Each is answered once, in the session that it was given to, or before anybody has signed in. */
type Purpose = { purpose: 'give'; sessionId: string } | { purpose: 'sign-in'; sessionId: null };

/** It brings readers of certificates along, which only who has passkeys needs. */
const library = () => import('@simplewebauthn/server');

const refused = () =>
  invalidField('response', {
    id: 'Passkey ini tidak diterima; coba sekali lagi',
    en: 'This passkey was not taken; try once more',
  });

/** For a new one of the session's user. */
export async function registrationOptions(db: Db, { user, token }: Session, party: RelyingParty) {
  const known = await passkeysOf(db, user.username);
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpName: 'Tuntas',
    rpID: party.id,
    userName: user.username,
    userDisplayName: user.name,
    // The same for all of one account, so that a device keeps one of it; it says nobody's name.
    userID: new Uint8Array(createHash('sha256').update(`tuntas passkey ${user.username}`).digest()),
    attestationType: 'none',
    excludeCredentials: known.map(listed),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
  await keepChallenge(db, { challenge: options.challenge, purpose: 'add', sessionId: token.id });
  return options;
}

/** What the browser made. Throws `invalid-fields` for what does not hold. */
export async function registered(
  db: Db,
  { user, token }: Session,
  party: RelyingParty,
  given: unknown,
): Promise<Omit<PasskeyRow, 'name' | 'addedAt' | 'lastUsedAt'>> {
  const response = given as RegistrationResponseJSON;
  const challenge = challengeIn(response.response.clientDataJSON);
  if (!(await takeChallenge(db, { challenge, purpose: 'add', sessionId: token.id }))) throw refused();
  const { verifyRegistrationResponse } = await library();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
  }).catch(() => {
    throw refused();
  });
  if (!verified || !registrationInfo) throw refused();
  const { id, publicKey, counter } = registrationInfo.credential;
  const transports = response.response.transports ?? [];
  return { id, username: user.username, publicKey: Buffer.from(publicKey), counter, transports };
}

/** `username`: whose passkeys may answer; absent: whichever the device has for us. */
export async function answerOptions(db: Db, party: RelyingParty, of: Purpose, username?: string) {
  const known = username === undefined ? [] : await passkeysOf(db, username);
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    allowCredentials: known.map(listed),
  });
  await keepChallenge(db, { challenge: options.challenge, ...of });
  return options;
}

/** The passkey that was shown. Throws `invalid-fields` for what does not hold. */
export async function shownPasskey(
  db: Db,
  party: RelyingParty,
  of: Purpose,
  given: unknown,
): Promise<PasskeyRow> {
  const response = given as AuthenticationResponseJSON;
  const challenge = challengeIn(response.response.clientDataJSON);
  if (!(await takeChallenge(db, { challenge, ...of }))) throw refused();
  const passkey = await passkeyById(db, response.id);
  if (!passkey) throw refused();
  const { id, publicKey, counter } = passkey;
  const { verifyAuthenticationResponse } = await library();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    credential: { id, publicKey: new Uint8Array(publicKey), counter },
    requireUserVerification: true,
  }).catch(() => {
    throw refused();
  });
  if (!verified || !(await usePasskey(db, passkey, authenticationInfo.newCounter))) throw refused();
  return passkey;
}

const clientData = z.object({ challenge: z.string().max(200) });

/** What the browser says that it answers; whether it does is looked at with the rest. */
function challengeIn(text: string): string {
  try {
    return clientData.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).challenge;
  } catch {
    throw refused();
  }
}

function listed({ id, transports }: PasskeyRow) {
  return { id, transports: transports as AuthenticatorTransportFuture[] };
}
