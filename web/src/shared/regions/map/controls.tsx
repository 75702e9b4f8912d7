// The map's buttons: nearer and further, and, for who cannot point, all that a finger does.
import { Button } from '@mantine/core';
import { useMapTexts } from '../../../texts/form/map.ts';
import classes from './map.module.css';
import { type Way, zooms } from './view.ts';

// No icons of the library: what public pages share with the map would come in pieces of their own.
const arrows = { west: '←', north: '↑', south: '↓', east: '→' } satisfies Record<Way, string>;

interface SignProps {
  name: string;
  sign: string;
  /** Not switched off at its end: the focus would be lost. */
  isAtEnd?: boolean;
  onPress: () => void;
}

function Sign({ name, sign, isAtEnd = false, onPress }: SignProps) {
  return (
    <Button
      variant="default"
      className={classes.sign}
      aria-label={name}
      title={name}
      aria-disabled={isAtEnd}
      onClick={onPress}
    >
      <span aria-hidden>{sign}</span>
    </Button>
  );
}

interface ZoomProps {
  zoom: number;
  most: number;
  onZoom: (by: 1 | -1) => void;
}

export function ZoomControls({ zoom, most, onZoom }: ZoomProps) {
  const texts = useMapTexts();
  return (
    <div className={`${classes.zoom} no-print`}>
      <Sign name={texts.nearer} sign="+" isAtEnd={zoom >= most} onPress={() => onZoom(1)} />
      <Sign name={texts.further} sign="−" isAtEnd={zoom <= zooms.least} onPress={() => onZoom(-1)} />
    </div>
  );
}

interface ControlsProps {
  /** Else they move the map. */
  movesPoint: boolean;
  onGo: (way: Way) => void;
  /** Absent: there is nothing to put. */
  onPut: (() => void) | undefined;
}

export function Controls({ movesPoint, onGo, onPut }: ControlsProps) {
  const texts = useMapTexts();
  const names = movesPoint ? texts.pointTo : texts.mapTo;
  return (
    <div className={`${classes.controls} no-print`}>
      {(Object.keys(arrows) as Way[]).map((way) => (
        <Sign key={way} name={names[way]} sign={arrows[way]} onPress={() => onGo(way)} />
      ))}
      {onPut && (
        <Button variant="default" onClick={onPut}>
          {texts.put}
        </Button>
      )}
    </div>
  );
}
