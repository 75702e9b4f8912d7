// Passkeys (WebAuthn), as browsers make and answer them.
import { z } from 'zod';
import { instant, line } from '../common.ts';

/** What a browser may write of one. */
const bytes = z.base64url().max(20_000);
const id = z.base64url().min(1).max(1_400);

const options = z
  .looseObject({ challenge: z.string() })
  .describe(
    'For the browser, as `PublicKeyCredential.parse…OptionsFromJSON` takes it; good for five minutes, once',
  );
export const passkeyOptions = z.object({ options });

const credential = {
  id,
  rawId: id,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
};
export const newPasskey = z.object({
  name: line(60).describe('By which I tell mine apart'),
  response: z
    .object({
      ...credential,
      response: z.object({
        clientDataJSON: bytes,
        attestationObject: bytes,
        transports: z.array(z.string().max(30)).max(10).default([]),
      }),
    })
    .describe('What the browser made of the options, as its `toJSON` writes it'),
});
export const passkeyAnswer = z.object({
  response: z
    .object({
      ...credential,
      response: z.object({
        clientDataJSON: bytes,
        authenticatorData: bytes,
        signature: bytes,
        userHandle: bytes.nullish(),
      }),
    })
    .describe('What the browser made of the options, as its `toJSON` writes it'),
});

export const passkey = z.object({
  id: z.string(),
  name: z.string(),
  addedAt: instant,
  lastUsedAt: instant.nullable(),
});
