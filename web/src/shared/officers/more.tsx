// The way to the next page of a list, while there is one.
import { Button } from '@mantine/core';
import { useOfficersTexts } from '../../texts/officers.ts';
import type { usePages } from './use-pages.ts';

type Asked = Pick<ReturnType<typeof usePages>, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;

export function More({ asked }: { asked: Asked }) {
  const { more } = useOfficersTexts();
  if (!asked.hasNextPage) return null;
  return (
    <div>
      <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
        {more}
      </Button>
    </div>
  );
}
