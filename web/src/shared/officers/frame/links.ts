// The pages of officers, for the menus of their parts and whatever else leads to them.
import type { User } from '../../../api/types.ts';
import type { OfficeTexts } from '../../../texts/office.ts';
import type { useDashboardTexts, useOperationsTexts } from '../../../texts/oversight.ts';

interface PageLink {
  href: string;
  label: string;
}

export const notificationsPath = '/kantor/pemberitahuan';

/** In the order of the menu; those that this person has. */
export function officeLinks(user: User | null, frame: OfficeTexts['frame']): PageLink[] {
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

export function oversightLinks(texts: ReturnType<typeof useDashboardTexts>): PageLink[] {
  return [
    { href: '/pengawasan', label: texts.dashboard },
    { href: '/pengawasan/kembalian', label: texts.returns },
  ];
}

/** Of operations staff alone. */
export function operationsLinks(texts: ReturnType<typeof useOperationsTexts>): PageLink[] {
  return [
    { href: '/operasi', label: texts.overview },
    { href: '/operasi/kalender', label: texts.calendar },
    { href: '/operasi/kebijakan', label: texts.policy },
    { href: '/operasi/jadwal', label: texts.schedules },
    { href: '/operasi/pengguna', label: texts.users },
    { href: '/operasi/permintaan', label: texts.requests },
    { href: '/operasi/kantor', label: texts.offices },
    { href: '/operasi/kategori', label: texts.categories },
    { href: '/operasi/kunci', label: texts.apiKeys },
    { href: '/operasi/panduan', label: texts.runbook },
  ];
}

/** What an officer read on that day (`YYYY-MM-DD`), as a page of superiors or of operations. */
export function readingPath(part: '/pengawasan' | '/operasi', username: string, day: string): string {
  return `${part}/pembacaan?${new URLSearchParams({ petugas: username, tanggal: day })}`;
}
