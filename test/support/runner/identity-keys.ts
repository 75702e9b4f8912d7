// The keys that open who reports in the databases of tests.
import { readKeys } from '../../../codec/key-ring.ts';

/** As the setting TUNTAS_IDENTITY_KEYS holds them. */
export const identityKeysText = `uji:${Buffer.alloc(32, 'uji').toString('base64')}`;
export const identityKeys = readKeys(identityKeysText, 'What tests have');
