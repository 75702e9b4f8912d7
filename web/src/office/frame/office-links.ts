// The pages of an office, for its menu and whatever else leads to them.
import type { User } from '../../api/types.ts';
import type { OfficeTexts } from '../../texts/office.ts';

interface OfficeLink {
  href: string;
  label: string;
}

/** In the order of the menu; those that this person has. */
export function officeLinks(user: User | null, frame: OfficeTexts['frame']): OfficeLink[] {
  const decides = user?.role === 'admin';
  const links = [
    { href: '/kantor', label: frame.inbox, shown: decides },
    { href: '/kantor/disposisi', label: frame.disposed, shown: decides && user.office.level !== 'upt' },
    { href: '/kantor/laporan', label: frame.reports, shown: true },
    { href: '/kantor/baru', label: frame.filing, shown: decides },
    { href: notificationsPath, label: frame.notifications, shown: true },
    { href: '/kantor/templat', label: frame.templates, shown: decides },
    { href: '/kantor/webhook', label: frame.webhooks, shown: decides },
    { href: '/kantor/sandi', label: frame.account, shown: true },
  ];
  return links.filter(({ shown }) => shown);
}

export const notificationsPath = '/kantor/pemberitahuan';
