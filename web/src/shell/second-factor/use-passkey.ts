// Passkeys by the browser's own dialogs: made, given after a password, or in place of it.
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { ApiProblem } from '../../api/problems.ts';
import type { AddedFactor, ProvenSession, Session } from '../../api/types.ts';
import { keepSession } from '../../session.tsx';
import { useSecondFactorTexts } from '../../texts/form/second-factor.ts';
import { useKeep } from './use-second-factor.ts';

interface Begun<Options> {
  options: Options;
}

/** Whether this browser has passkeys at all. */
export function hasPasskeys(): boolean {
  return browserSupportsWebAuthn();
}

/** Whoever closes the browser's dialog, or has none that fits, is told so in their words. */
async function inDialog<T>(dialog: Promise<T>, unused: string): Promise<T> {
  try {
    return await dialog;
  } catch {
    throw new ApiProblem('passkey-unused', 0, { title: unused });
  }
}

async function answered(path: string, unused: string) {
  const { options } = await ask<Begun<PublicKeyCredentialRequestOptionsJSON>>(`${path}/options`, {
    method: 'POST',
  });
  return inDialog(startAuthentication({ optionsJSON: options }), unused);
}

export function useGivePasskey() {
  const { passkey } = useSecondFactorTexts();
  const keep = useKeep();
  return useMutation({
    mutationFn: async () =>
      ask<ProvenSession>('/v1/session/passkey', {
        method: 'POST',
        body: { response: await answered('/v1/session/passkey', passkey.unused) },
      }),
    onSuccess: keep,
  });
}

/** Without name and password; the session is there when it resolves. */
export function usePasskeySignIn() {
  const { passkey } = useSecondFactorTexts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () =>
      ask<Session>('/v1/sign-in/passkey', {
        method: 'POST',
        body: { response: await answered('/v1/sign-in/passkey', passkey.unused) },
      }),
    onSuccess: (session) => client.setQueryData(keys.session, keepSession(session)),
  });
}

/** `onAdded`: see `useConfirmApp`. */
export function useAddPasskey(onAdded: (added: AddedFactor) => void) {
  const { passkey } = useSecondFactorTexts();
  const keep = useKeep();
  return useMutation({
    mutationFn: async ({ name, password }: { name: string; password: string }) => {
      const path = '/v1/second-factors/passkeys';
      const { options } = await ask<Begun<PublicKeyCredentialCreationOptionsJSON>>(`${path}/options`, {
        method: 'POST',
        body: { password },
      });
      const response = await inDialog(startRegistration({ optionsJSON: options }), passkey.unused);
      return ask<AddedFactor>(path, { method: 'POST', body: { name, response } });
    },
    onSuccess: (added) => {
      onAdded(added);
      keep(added.session);
    },
  });
}
