// Where the palette leads from here: this person's pages, the offices, what may be decided.
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Office } from '../../../api/types.ts';
import { useUser } from '../../../session.tsx';
import { useOffices } from '../../../shared/officers/offices.ts';
import { hrefWith } from '../../../shared/state/address.ts';
import { linksFor } from '../../../shell/links.ts';
import { useOfficeTexts } from '../../../texts/office.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { hrefOfView, useViews } from '../../lists/views/use-views.ts';
import { actionKeys } from '../../shortcuts.ts';
import { officeLinks } from '../office-links.ts';
import type { Command, DecisionCommand } from './commands.ts';

export function useOffered(decisions: readonly DecisionCommand[]) {
  const texts = useOfficeTexts();
  const shared = useTexts();
  const user = useUser();
  const { data: offices = none } = useOffices();
  const views = useViews();
  const [, navigate] = useLocation();
  const [year] = useState(() => new Date().getFullYear());
  return useMemo(() => {
    const { palette } = texts.finding;
    const go = (href: string, label: string): Command => ({ id: href, label, run: () => navigate(href) });
    const own = officeLinks(user, texts.frame);
    const others = linksFor(user, shared).filter(({ href }) => !own.some((link) => link.href === href));
    const action = decisions.map(({ action: one, number, count, run }): Command => {
      const name = texts.words.actions[one];
      const label = number === undefined ? palette.decideMany(name, count) : palette.decide(name, number);
      return { id: `${one} ${number ?? ''}`, label, hint: actionKeys[one], run };
    });
    return {
      offices,
      fixed: {
        action,
        view: views.map((view) => ({
          ...go(hrefOfView(view), view.name),
          id: `view ${view.id}`,
        })),
        page: [...own, ...others].map(({ href, label }) => go(href, label)),
      },
      toReport: (number: string) => go(`/kantor/laporan/${encodeURIComponent(number)}`, palette.goTo(number)),
      toSearch: (words: string) => go(hrefWith('/kantor/laporan', { q: words }), palette.search(words)),
      toOffice: ({ id, name }: Office) =>
        go(hrefWith('/kantor/laporan', { officeId: id }), palette.heldBy(name)),
      year,
    };
  }, [texts, shared, user, offices, views, navigate, decisions, year]);
}

const none: readonly Office[] = [];
