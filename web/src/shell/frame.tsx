// What stands around every page: skip link, header, offline banner, the page, footer, live region.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../texts/texts.tsx';
import { Announcer } from '../shared/messages/announcer.tsx';
import classes from './frame.module.css';
import { Part } from '../shared/page/error-boundary.tsx';
import { Header } from './header.tsx';
import { OfflineBanner } from './offline-banner.tsx';

export function Frame({ children }: { children: ReactNode }) {
  const { shell } = useTexts();
  return (
    <>
      <a className={classes.skip} href="#content">
        {shell.skip}
      </a>
      <Part>
        <Header />
      </Part>
      <Part>
        <OfflineBanner />
      </Part>
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <footer className={`${classes.footer} no-print`}>
        <div>
          <p>{shell.footer}</p>
          <p className={classes.links}>
            <Link href="/kinerja">{shell.performance}</Link>
            <a href="/docs">{shell.api}</a>
          </p>
        </div>
      </footer>
      <Part>
        <Announcer />
      </Part>
    </>
  );
}
