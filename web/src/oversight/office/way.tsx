// The way down the tree to an office, each above it a link, as far as the officer may look.
import { Link } from 'wouter';
import type { Offices } from '../../api/types.ts';
import { chainAbove } from '../../shared/officers/office-tree.ts';
import { useBriefTexts } from '../../texts/oversight.ts';
import { officePath } from '../brief/paths.ts';
import { useMyPart } from '../filter/my-part.ts';
import type { Scope } from '../filter/scope.ts';
import classes from './office-page.module.css';

export type PlacedOffice = Offices['items'][number];

/** The office with all above it within the officer's part, itself last. */
export function useWay(id: string): PlacedOffice[] {
  return chainAbove(useMyPart(), id).toReversed();
}

export function Way({ way, scope }: { way: PlacedOffice[]; scope: Scope }) {
  const texts = useBriefTexts();
  return (
    <nav aria-label={texts.way} className={`${classes.way} no-print`}>
      <ol>
        {way.map(({ id, name }, nth) => (
          <li key={id}>
            {nth === way.length - 1 ? (
              <span aria-current="page">{name}</span>
            ) : (
              <Link href={officePath(id, scope)}>{name}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
