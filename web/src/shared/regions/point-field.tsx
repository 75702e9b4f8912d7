// A point where it happened: the browser's own or one on a map, only when it is wished for, rounded before it is kept.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Point } from '../../api/types.ts';
import { useLocale } from '../../texts/format.ts';
import { useWhereTexts } from '../../texts/form/where.ts';
import { MapChunk } from './map-chunk.tsx';
import { isInIndonesia, rounded } from './point.ts';
import classes from './regions.module.css';

const patienceMs = 20_000;

interface PointFieldProps {
  value: Point | null;
  /** The code of the region that was chosen, where the map begins; empty: none. */
  region: string;
  error?: string | undefined;
  /** Of somebody else’s report: who gets to see it. Where this device is says nothing then. */
  ofOther?: string;
  onChange: (point: Point | null) => void;
}

export function PointField({ value, region, error, ofOther, onChange }: PointFieldProps) {
  const texts = useWhereTexts();
  const degrees = new Intl.NumberFormat(useLocale(), { minimumFractionDigits: 3 });
  const [state, setState] = useState<'idle' | 'locating' | 'refused' | 'outside'>('idle');
  const [isMapOpen, setMapOpen] = useState(false);
  const [located, setLocated] = useState(0);
  const locate = () => {
    setState('locating');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const point = rounded(coords);
        const isOurs = isInIndonesia(point);
        setState(isOurs ? 'idle' : 'outside');
        if (!isOurs) return;
        onChange(point);
        setLocated((times) => times + 1);
      },
      () => setState('refused'),
      { timeout: patienceMs, maximumAge: 60_000 },
    );
  };
  const wrong = error ?? (state === 'refused' || state === 'outside' ? texts[state] : undefined);
  const remove = () => onChange(null);
  return (
    <div role="group" aria-label={texts.point} className={classes.field}>
      <div>
        <strong>{texts.point}</strong>
        <p className={classes.hint}>{ofOther ?? texts.pointWhy}</p>
      </div>
      <p role="status" className={classes.chosen}>
        {value && texts.pointAt(degrees.format(value.latitude), degrees.format(value.longitude))}
      </p>
      {wrong && (
        <p role="alert" className={classes.wrong}>
          {wrong}
        </p>
      )}
      <div className={classes.buttons}>
        {!ofOther && 'geolocation' in navigator && window.isSecureContext && (
          <Button variant="default" loading={state === 'locating'} onClick={locate}>
            {texts.useMine}
          </Button>
        )}
        <Button variant="default" aria-expanded={isMapOpen} onClick={() => setMapOpen(!isMapOpen)}>
          {isMapOpen ? texts.closeMap : texts.showMap}
        </Button>
        {value && (
          <Button variant="default" onClick={remove}>
            {texts.removePoint}
          </Button>
        )}
      </div>
      {isMapOpen && (
        // Begun anew where the region or this place is.
        <MapChunk
          key={`${region} ${located}`}
          value={value}
          region={region}
          onChange={onChange}
          onRemove={remove}
        />
      )}
    </div>
  );
}
