// A link that opens another program in a tab of its own, and says so.
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useOfficersTexts } from '../../texts/officers.ts';
import classes from './officers.module.css';

export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  const { newTab } = useOfficersTexts();
  return (
    <a className={classes.outside} href={href} target="_blank" rel="noreferrer">
      {children}
      <IconExternalLink size={18} aria-hidden />
      <span className="visually-hidden">{newTab}</span>
    </a>
  );
}
