// Where the palette leads from here: this person's pages, the offices, what may be done.
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Office } from '../../../api/types.ts';
import { useUser } from '../../../session.tsx';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useOfficersTexts } from '../../../texts/officers.ts';
import {
  useCategoriesTexts,
  useDashboardTexts,
  useOperationsTexts,
  usePeopleTexts,
} from '../../../texts/oversight.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { isHere } from '../../page/is-here.ts';
import { hrefWith } from '../../state/address.ts';
import { officeLinks, operationsLinks, oversightLinks } from '../frame/links.ts';
import { partUnder } from '../office-tree.ts';
import { useOffices } from '../offices.ts';
import type { Command } from './commands.ts';
import { hrefOfView, useViews } from './views.ts';

/** This person's pages, by part, and what they may add. */
function useOwnPages() {
  const user = useUser();
  const { shell } = useTexts();
  const { palette } = useOfficersTexts();
  const { frame } = useOfficeTexts();
  const oversight = useDashboardTexts();
  const operations = useOperationsTexts();
  const { user: users, place: offices } = usePeopleTexts();
  const categories = useCategoriesTexts();
  return useMemo(() => {
    const isOps = user?.role === 'ops';
    const within = (part: string, links: ReturnType<typeof officeLinks>) =>
      links.map(({ href, label }) => ({ href, label: palette.pageOf(part, label) }));
    return {
      pages: [
        ...officeLinks(user, frame),
        ...within(shell.oversight, oversightLinks(oversight)),
        ...(isOps ? within(shell.operations, operationsLinks(operations)) : []),
      ],
      additions: isOps
        ? [
            { href: '/operasi/pengguna/baru', label: users.add },
            { href: '/operasi/kantor/baru', label: offices.add },
            { href: '/operasi/kategori/baru', label: categories.add },
          ]
        : [],
    };
  }, [user, shell, palette, frame, oversight, operations, users, offices, categories]);
}

/** `actions`: what may be done where one is. */
export function useOffered(actions: readonly Command[]) {
  const user = useUser();
  const { palette } = useOfficersTexts();
  const { data: offices = none } = useOffices();
  const views = useViews();
  const { pages, additions } = useOwnPages();
  const [location, navigate] = useLocation();
  const [year] = useState(() => new Date().getFullYear());
  return useMemo(() => {
    const go = (href: string, label: string): Command => ({ id: href, label, run: () => navigate(href) });
    const toPage = ({ href, label }: { href: string; label: string }) => go(href, label);
    const isOps = user?.role === 'ops';
    const mine = new Set(user && !isOps ? partUnder(offices, user.office.id).map(({ id }) => id) : []);
    // What an office is to somebody depends on the part of the console that they are in.
    const toOffice = ({ id, name }: Office): Command[] => {
      const path = encodeURIComponent(id);
      const figures = go(`/pengawasan/kantor/${path}`, palette.figuresOf(name));
      const settings = go(`/operasi/kantor/${path}`, palette.settingsOf(name));
      const reports = go(hrefWith('/kantor/laporan', { officeId: id }), palette.heldBy(name));
      return [
        ...(isOps && isHere(location, '/operasi') ? [settings] : []),
        ...((isOps || mine.has(id)) && isHere(location, '/pengawasan') ? [figures] : []),
        reports,
      ];
    };
    return {
      offices,
      fixed: {
        action: [...actions, ...additions.map(toPage)],
        view: views.map((view) => ({ ...go(hrefOfView(view), view.name), id: `view ${view.id}` })),
        page: pages.map(toPage),
      },
      toReport: (number: string) => go(`/kantor/laporan/${encodeURIComponent(number)}`, palette.goTo(number)),
      toSearch: (words: string) => go(hrefWith('/kantor/laporan', { q: words }), palette.search(words)),
      toOffice,
      year,
    };
  }, [palette, user, offices, views, pages, additions, location, navigate, actions, year]);
}

const none: readonly Office[] = [];
