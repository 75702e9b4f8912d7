// A page: its title in the tab and as the heading, which takes the focus when one comes from another page and has not gone on.
import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../../texts/texts.tsx';
import { Part } from './error-boundary.tsx';
import { hasMovedOn } from './moved-on.ts';
import classes from './page.module.css';

let firstPage = true;

interface PageProps {
  title: string;
  lead?: ReactNode;
  /** Text pages and forms are narrow; lists and tables are wide. */
  width?: 'narrow' | 'wide';
  /** Right of the heading. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Sets the tab's title; a page drawn on its own (the start page) calls it itself. */
export function usePageTitle(title: string) {
  const { shell } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} — ${shell.name}`;
  }, [title, shell.name]);
  useEffect(() => {
    if (!firstPage) {
      window.scrollTo(0, 0);
      if (!hasMovedOn()) heading.current?.focus({ preventScroll: true });
    }
    firstPage = false;
  }, []);
  return heading;
}

export function Page({ title, lead, width = 'narrow', actions, children }: PageProps) {
  const heading = usePageTitle(title);
  return (
    <div className={classes.page} data-width={width}>
      <div className={classes.head}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions}
      </div>
      <Part>{children}</Part>
    </div>
  );
}
