// The point that the reporter showed, for who may know it; on the map when it is asked for.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Point } from '../../api/types.ts';
import { MapChunk } from '../../shared/regions/map-chunk.tsx';
import { writtenPoint } from '../../shared/regions/point.ts';
import { useWhereTexts } from '../../texts/form/where.ts';
import classes from './report.module.css';

export function PointFact({ point, region }: { point: Point; region: string }) {
  const texts = useWhereTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes.point}>
      <span>{writtenPoint(point)}</span>
      <Button
        className="no-print"
        variant="default"
        size="sm"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? texts.closeMap : texts.seeMap}
      </Button>
      {isOpen && <MapChunk value={point} region={region} />}
    </div>
  );
}
