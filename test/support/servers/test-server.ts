// The time-skipping test server, fetched once into the user's cache.
import { ownSettings } from '../../../settings/read.ts';
import { findTestServer } from '../../../local/programs/find-temporal.ts';

/** Its path; TEMPORAL_TEST_SERVER names another. */
export async function testServerPath(): Promise<string> {
  return ownSettings('test').TEMPORAL_TEST_SERVER ?? (await findTestServer()).path;
}
