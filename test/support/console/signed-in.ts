// An officer at the console who has signed in already.
import { type Visit, type VisitOptions, visit } from './browser.ts';
import type { Site } from './site.ts';

/** Opens `path` when there is one. Throws when the API does not know them. */
export async function signedIn(
  { browser, base }: Site,
  username: string,
  path?: string,
  options: VisitOptions & { password?: string } = {},
): Promise<Visit> {
  const { password = 'demo', ...rest } = options;
  const visited = await visit(browser, base, { reducedMotion: 'reduce', ...rest });
  const { page } = visited;
  const answer = await page.request.post('/v1/sign-in', { data: { username, password } });
  if (!answer.ok()) throw new Error(`${username}: ${await answer.text()}`);
  if (path) await page.goto(path);
  return visited;
}
