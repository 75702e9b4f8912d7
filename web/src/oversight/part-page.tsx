// A page of oversight or operations: heading, the part's navigation, content.
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { isHere } from '../shared/page/is-here.ts';
import { Page } from '../shared/page/page.tsx';
import classes from './part-page.module.css';
import { useDashboardTexts, useOperationsTexts } from '../texts/oversight.ts';

interface PartPageProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

interface PartLink {
  href: string;
  label: string;
}

function PartNavigation({ name, links }: { name: string; links: PartLink[] }) {
  const [location] = useLocation();
  const here = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const list = here.current;
    const current = list?.querySelector<HTMLElement>('[aria-current]');
    if (list && current) list.scrollLeft = current.offsetLeft - list.clientWidth / 3;
  }, []);
  return (
    <nav aria-label={name} className={`${classes.navigation} no-print`}>
      <ul ref={here}>
        {links.map(({ href, label }, index) => (
          <li key={href}>
            <Link href={href} aria-current={isHere(location, href, index === 0) ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function OversightPage({ children, ...page }: PartPageProps) {
  const texts = useDashboardTexts();
  const links = [
    { href: '/pengawasan', label: texts.dashboard },
    { href: '/pengawasan/kembalian', label: texts.returns },
  ];
  return (
    <Page width="wide" {...page}>
      <PartNavigation name={texts.navigation} links={links} />
      {children}
    </Page>
  );
}

export function OperationsPage({ children, ...page }: PartPageProps) {
  const texts = useOperationsTexts();
  const links = [
    { href: '/operasi', label: texts.overview },
    { href: '/operasi/kalender', label: texts.calendar },
    { href: '/operasi/kebijakan', label: texts.policy },
    { href: '/operasi/jadwal', label: texts.schedules },
    { href: '/operasi/pengguna', label: texts.users },
    { href: '/operasi/kantor', label: texts.offices },
    { href: '/operasi/kategori', label: texts.categories },
    { href: '/operasi/kunci', label: texts.apiKeys },
    { href: '/operasi/panduan', label: texts.runbook },
  ];
  return (
    <Page width="wide" {...page}>
      <PartNavigation name={texts.navigation} links={links} />
      {children}
    </Page>
  );
}
