// Who is who at the identity provider: by issuer and subject, which never change hands as names do.
import type { Db } from '../connection/client.ts';
import { asked } from '../connection/rows.ts';

export interface Identity {
  issuer: string;
  subject: string;
}

/** The user who is linked to it, active or not; undefined when nobody is. */
export async function usernameOfIdentity(db: Db, { issuer, subject }: Identity): Promise<string | undefined> {
  const rows = await db<{ username: string; subject: string }[]>`
    select username, oidc_subject as subject from users where oidc_issuer = ${issuer} and oidc_subject = ${subject}`;
  return asked(rows, 'subject', subject)[0]?.username;
}

/** Links a user who has no identity yet. False when they have one, or somebody else has this one. */
export async function linkIdentity(
  db: Db,
  username: string,
  { issuer, subject }: Identity,
): Promise<boolean> {
  const rows = await db`
    update users set oidc_issuer = ${issuer}, oidc_subject = ${subject}
    where username = ${username} and oidc_subject is null
      and not exists (select from users where oidc_issuer = ${issuer} and oidc_subject = ${subject})
    returning id`;
  return rows.length === 1;
}
