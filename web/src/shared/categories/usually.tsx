// What is usual for the category that was chosen: who has such reports, and what they are. Proposed, never decided.
import { Button } from '@mantine/core';
import type { Kind } from '../../../../sop/terms.ts';
import { useCategoryTexts } from '../../texts/form/where.ts';
import { categoryNamed } from './find-categories.ts';
import { useOffered } from './use-categories.ts';

interface UsuallyProps {
  /** As it stands in the field. */
  category: string;
  kind: Kind | '';
  oversight: boolean;
  agencyId: string;
  onAddress: (agencyId: string) => void;
}

export function Usually({ category, kind, oversight, agencyId, onAddress }: UsuallyProps) {
  const texts = useCategoryTexts();
  const known = categoryNamed(useOffered(), category);
  const { agency, kind: usual, legalBasis } = known ?? {};
  const own = oversight ? 'oversight' : kind;
  return (
    <div role="status">
      {usual && kind !== '' && usual !== own && (
        <p>{texts.usually(texts.kinds[usual], legalBasis ?? undefined)}</p>
      )}
      {agency && (
        <p>
          {texts.handledBy(agency.name)}{' '}
          {agency.id !== agencyId && (
            <Button variant="default" size="xs" onClick={() => onAddress(agency.id)}>
              {texts.address}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
