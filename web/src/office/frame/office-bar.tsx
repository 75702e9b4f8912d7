// The office's own menu, and what was done last.
import { IconKeyboard } from '@tabler/icons-react';
import { Link, useLocation, useSearch } from 'wouter';
import { isHere } from '../../shared/page/is-here.ts';
import { useUser } from '../../session.tsx';
import { useDesk } from '../desk.tsx';
import { DoneNotice } from './done-notice.tsx';
import classes from './office-bar.module.css';
import { useOfficeTexts } from '../../texts/office.ts';
import { useUnread } from '../told/use-notifications.ts';

export function OfficeBar() {
  const { frame } = useOfficeTexts();
  const [location] = useLocation();
  const search = useSearch();
  const { help } = useDesk();
  const unread = useUnread();
  const user = useUser();
  const decides = user?.role === 'admin';
  const links = [
    { href: '/kantor', label: frame.inbox, shown: decides },
    { href: '/kantor/disposisi', label: frame.disposed, shown: decides && user.office.level !== 'upt' },
    { href: '/kantor/laporan', label: frame.reports },
    { href: '/kantor/baru', label: frame.filing, shown: decides },
    { href: '/kantor/pemberitahuan', label: frame.notifications, count: unread },
    { href: '/kantor/templat', label: frame.templates, shown: decides },
    { href: '/kantor/webhook', label: frame.webhooks, shown: decides },
    { href: '/kantor/sandi', label: frame.account },
  ];
  // A report that is worked on from a list belongs to it.
  const from = search.includes('disposisi=') ? '/kantor/disposisi' : location;
  const here = search.includes('antrean=') ? '/kantor' : from;
  return (
    <>
      <div className={`${classes.bar} no-print`}>
        <nav aria-label={frame.menu}>
          <ul className={classes.links}>
            {links
              .filter(({ shown = true }) => shown)
              .map(({ href, label, count }) => (
                <li key={href}>
                  <Link
                    href={href}
                    className={classes.link}
                    aria-current={isHere(here, href, href === '/kantor') ? 'page' : undefined}
                  >
                    {label}
                    {count && (
                      <span className={classes.count}>
                        <span aria-hidden>{count}</span>
                        <span className="visually-hidden">, {frame.unread(count)}</span>
                      </span>
                    )}
                  </Link>
                </li>
              ))}
          </ul>
        </nav>
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
