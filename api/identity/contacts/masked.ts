// How a reporter is reached, as far as whoever has the access key may read it: enough to tell one address from another.
import type { Identity } from '../../../db/people/identities.ts';

type Reached = Pick<Identity, 'email' | 'phone'>;

/** `s…@example.org`, `…111`. */
export function maskedContact(who: Reached | undefined): Reached {
  const { email = null, phone = null } = who ?? {};
  return {
    email: email && email.replace(/^(.).*(?=@)/su, '$1…'),
    phone: phone && `…${phone.replace(/\D/g, '').slice(-3)}`,
  };
}
