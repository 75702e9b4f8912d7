// The office's own menu, and what was done last.
import { IconKeyboard } from '@tabler/icons-react';
import { Link, useLocation, useSearch } from 'wouter';
import { isHere } from '../../shared/page/is-here.ts';
import { useUser } from '../../session.tsx';
import { useDesk } from '../desk.tsx';
import { DoneNotice } from './done-notice.tsx';
import classes from './office-bar.module.css';
import { notificationsPath, officeLinks } from '../../shared/officers/frame/links.ts';
import { PaletteButton } from '../../shared/officers/palette/palette-button.tsx';
import { useOfficeTexts } from '../../texts/office.ts';
import { useUnread } from '../told/use-notifications.ts';

export function OfficeBar() {
  const { frame } = useOfficeTexts();
  const [location] = useLocation();
  const search = useSearch();
  const { help } = useDesk();
  const unread = useUnread();
  const user = useUser();
  const links = officeLinks(user, frame);
  // A report that is worked on from a list belongs to it.
  const from = search.includes('disposisi=') ? '/kantor/disposisi' : location;
  const here = search.includes('antrean=') ? '/kantor' : from;
  return (
    <>
      <div className={`${classes.bar} no-print`}>
        <nav aria-label={frame.menu}>
          <ul className={classes.links}>
            {links.map(({ href, label }) => (
              <li key={href}>
                <Link
                  href={href}
                  className={classes.link}
                  aria-current={isHere(here, href, href === '/kantor') ? 'page' : undefined}
                >
                  {label}
                  {href === notificationsPath && unread && (
                    <span className={classes.count}>
                      <span aria-hidden>{unread}</span>
                      <span className="visually-hidden">, {frame.unread(unread)}</span>
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <PaletteButton />
        <button
          type="button"
          className={classes.help}
          aria-label={frame.shortcuts.title}
          onClick={() => help(true)}
        >
          <IconKeyboard size={20} aria-hidden />
          {frame.shortcuts.short}
        </button>
      </div>
      <DoneNotice />
    </>
  );
}
