// The map, loaded once it is asked for.
import { lazy, Suspense, useState } from 'react';
import { Loading } from '../messages/states.tsx';
import { Part } from '../page/error-boundary.tsx';
import type { PointMapProps } from './map/point-map.tsx';

function Later(props: PointMapProps) {
  // Asked for anew where it is drawn anew: the line may be back.
  const [PointMap] = useState(() => lazy(() => import('./map/point-map.tsx')));
  return (
    <Suspense fallback={<Loading />}>
      <PointMap {...props} />
    </Suspense>
  );
}

export function MapChunk(props: PointMapProps) {
  return (
    <Part>
      <Later {...props} />
    </Part>
  );
}
