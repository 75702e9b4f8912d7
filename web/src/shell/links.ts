// Where the header leads: citizens to the public pages, officers to their office's.
import type { User } from '../api/types.ts';
import type { Texts } from '../texts/texts.tsx';

export interface NavLink {
  href: string;
  label: string;
}

/** Leads there whoever has signed in. */
export const homePath = '/masuk/selesai';

/** Where somebody begins: operations at the state of the system, others at their office. */
export function homeOf(user: User | null): string {
  if (!user) return '/';
  return user.role === 'ops' ? '/operasi' : '/kantor';
}

/** In the order of the header. A part adds its own here. */
export function linksFor(user: User | null, { shell }: Texts): NavLink[] {
  if (user) {
    return [
      { href: '/kantor', label: shell.office },
      { href: '/pengawasan', label: shell.oversight },
      ...(user.role === 'ops' ? [{ href: '/operasi', label: shell.operations }] : []),
    ];
  }
  return [
    { href: '/lapor', label: shell.file },
    { href: '/ikuti', label: shell.follow },
    { href: '/register', label: shell.register },
  ];
}
