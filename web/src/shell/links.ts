// Where the header leads: citizens to the public pages, officers to their office's.
import type { User } from '../api/types.ts';
import type { Texts } from '../texts/texts.tsx';

export interface NavLink {
  href: string;
  label: string;
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
