// The time-skipping test server, fetched once into the user's cache.
import { findTestServer } from '../../local/programs/find-temporal.ts';

/** Its path; TEMPORAL_TEST_SERVER names another. */
export async function testServerPath(): Promise<string> {
  return process.env.TEMPORAL_TEST_SERVER ?? (await findTestServer()).path;
}
