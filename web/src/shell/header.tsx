// Name, navigation, language, colour scheme, sign-in; on a phone behind one button.
import { Button } from '@mantine/core';
import { IconMenu2, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useSignOut, useUser } from '../session.tsx';
import { isHere } from '../shared/page/is-here.ts';
import { useTexts } from '../texts/texts.tsx';
import { Mark } from './brand.tsx';
import classes from './header.module.css';
import { homeOf, linksFor } from './links.ts';
import { LanguageSwitch, SchemeSwitch } from './switches.tsx';

function Account() {
  const { shell } = useTexts();
  const user = useUser();
  const signOut = useSignOut();
  if (!user) {
    return (
      <Link href="/masuk" className={classes.link}>
        {shell.staff}
      </Link>
    );
  }
  return (
    <>
      <span className={classes.who}>
        <strong>{user.name}</strong>
        <span>{user.office.name}</span>
      </span>
      <Button variant="default" size="sm" loading={signOut.isPending} onClick={() => signOut.mutate(false)}>
        {shell.signOut}
      </Button>
    </>
  );
}

export function Header() {
  const texts = useTexts();
  const { shell } = texts;
  const user = useUser();
  const [location] = useLocation();
  const office = isHere(location, '/kantor') ? Boolean(user) : undefined;
  // Whoever follows a link finds the menu closed on the next page.
  const [openAt, setOpenAt] = useState<string>();
  const open = openAt === location;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const close = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpenAt(undefined);
      button.current?.focus();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [open]);
  return (
    <header className={`${classes.header} no-print`} data-office={office}>
      <div className={classes.bar}>
        <Link href={homeOf(user)} className={classes.name}>
          <Mark />
          <span>
            <strong>{shell.name}</strong>
            <span className={classes.tagline}>{shell.tagline}</span>
          </span>
        </Link>
        <button
          ref={button}
          type="button"
          className={classes.toggle}
          aria-expanded={open}
          aria-controls="menu"
          onClick={() => setOpenAt(open ? undefined : location)}
        >
          {open ? <IconX size={22} aria-hidden /> : <IconMenu2 size={22} aria-hidden />}
          {open ? shell.closeMenu : shell.menu}
        </button>
        <div id="menu" className={classes.menu} data-open={open}>
          <nav aria-label={shell.navigation}>
            <ul className={classes.links}>
              {linksFor(user, texts).map(({ href, label }) => (
                <li key={href}>
                  <Link
                    href={href}
                    className={classes.link}
                    aria-current={isHere(location, href) ? 'page' : undefined}
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <div className={classes.tools}>
            <LanguageSwitch />
            <SchemeSwitch />
            <Account />
          </div>
        </div>
      </div>
    </header>
  );
}
