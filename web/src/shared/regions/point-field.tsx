// A point where it happened: the browser's own, only when it is wished for, rounded before it is kept.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Point } from '../../api/types.ts';
import { useLocale } from '../../texts/format.ts';
import { useWhereTexts } from '../../texts/form/where.ts';
import classes from './regions.module.css';

/** To a thousandth of a degree, about 100 metres: enough to find a place, too little to know a house. */
const rounded = (degrees: number) => Math.round(degrees * 1_000) / 1_000;
const patienceMs = 20_000;
/** As the API takes it. */
const isInIndonesia = ({ latitude, longitude }: Point) =>
  latitude >= -12 && latitude <= 7 && longitude >= 94 && longitude <= 142;

interface PointFieldProps {
  value: Point | null;
  error?: string | undefined;
  onChange: (point: Point | null) => void;
}

/** Nothing where the browser offers none. */
export function PointField({ value, error, onChange }: PointFieldProps) {
  const texts = useWhereTexts();
  const degrees = new Intl.NumberFormat(useLocale(), { minimumFractionDigits: 3 });
  const [state, setState] = useState<'idle' | 'locating' | 'refused' | 'outside'>('idle');
  if (!('geolocation' in navigator) || !window.isSecureContext) return null;
  const locate = () => {
    setState('locating');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const point = { latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) };
        const isOurs = isInIndonesia(point);
        setState(isOurs ? 'idle' : 'outside');
        if (isOurs) onChange(point);
      },
      () => setState('refused'),
      { timeout: patienceMs, maximumAge: 60_000 },
    );
  };
  const wrong = error ?? (state === 'refused' || state === 'outside' ? texts[state] : undefined);
  return (
    <div role="group" aria-label={texts.point} className={classes.field}>
      <div>
        <strong>{texts.point}</strong>
        <p className={classes.hint}>{texts.pointWhy}</p>
      </div>
      <p role="status" className={classes.chosen}>
        {value && texts.pointAt(degrees.format(value.latitude), degrees.format(value.longitude))}
      </p>
      {wrong && (
        <p role="alert" className={classes.wrong}>
          {wrong}
        </p>
      )}
      <div>
        <Button variant="default" loading={state === 'locating'} onClick={locate}>
          {texts.useMine}
        </Button>{' '}
        {value && (
          <Button variant="default" onClick={() => onChange(null)}>
            {texts.removePoint}
          </Button>
        )}
      </div>
    </div>
  );
}
