// One place of a tree that operations keep: what it is, what was just made, a way to add below it, and what stands below.
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { usePeopleTexts } from '../../texts/oversight.ts';
import classes from './people.module.css';

interface TreeBranchProps {
  code: string;
  name: string;
  about: ReactNode;
  /** Of what was made last. */
  made: string | null;
  /** Said where it is no more. */
  ended: string | false;
  /** Of the list: its pages lie below. */
  path: string;
  /** Absent: nothing can be added below it. */
  adding: { label: string; short: string } | false;
  /** The branches below. */
  children: ReactNode[];
}

export function TreeBranch({ code, name, about, made, ended, path, adding, children }: TreeBranchProps) {
  const texts = usePeopleTexts();
  return (
    <li>
      <div className={classes.place} data-made={code === made || undefined}>
        <div>
          <Link className={classes.name} href={`${path}/${encodeURIComponent(code)}`}>
            {name}
          </Link>
          <span className={classes.small}>{about}</span>
        </div>
        {code === made && <span className={classes.state}>{texts.made}</span>}
        {ended && (
          <span className={classes.state} data-active={false}>
            {ended}
          </span>
        )}
        {adding && (
          <Link
            className={classes.below}
            href={`${path}/baru?di=${encodeURIComponent(code)}`}
            aria-label={adding.label}
          >
            <IconPlus size={18} aria-hidden />
            <span>{adding.short}</span>
          </Link>
        )}
      </div>
      {children.length > 0 && <ul>{children}</ul>}
    </li>
  );
}
