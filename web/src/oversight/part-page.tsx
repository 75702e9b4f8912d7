// A page of oversight or operations: heading, the part's navigation with the palette, content.
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { operationsLinks, oversightLinks } from '../shared/officers/frame/links.ts';
import { PaletteButton } from '../shared/officers/palette/palette-button.tsx';
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

interface PartNavigationProps {
  name: string;
  links: readonly { href: string; label: string }[];
}

function PartNavigation({ name, links }: PartNavigationProps) {
  const [location] = useLocation();
  const here = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const list = here.current;
    const current = list?.querySelector<HTMLElement>('[aria-current]');
    if (list && current) list.scrollLeft = current.offsetLeft - list.clientWidth / 3;
  }, []);
  return (
    <div className={`${classes.bar} no-print`}>
      <nav aria-label={name} className={classes.navigation}>
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
      <PaletteButton />
    </div>
  );
}

export function OversightPage({ children, ...page }: PartPageProps) {
  const texts = useDashboardTexts();
  return (
    <Page width="wide" {...page}>
      <PartNavigation name={texts.navigation} links={oversightLinks(texts)} />
      {children}
    </Page>
  );
}

export function OperationsPage({ children, ...page }: PartPageProps) {
  const texts = useOperationsTexts();
  return (
    <Page width="wide" {...page}>
      <PartNavigation name={texts.navigation} links={operationsLinks(texts)} />
      {children}
    </Page>
  );
}
