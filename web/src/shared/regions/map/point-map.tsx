// A map with a point: put there by a tap, by buttons or by keys where it may be moved, else only looked at.
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { land } from 'virtual:land';
import type { Point } from '../../../api/types.ts';
import { useMapTexts } from '../../../texts/form/map.ts';
import { rounded, withinIndonesia } from '../point.ts';
import { useRegionWords } from '../use-region-words.ts';
import { useSize } from '../use-size.ts';
import { Attribution } from './attribution.tsx';
import { Controls, ZoomControls } from './controls.tsx';
import classes from './map.module.css';
import { MapPicture } from './map-picture.tsx';
import type { Pixel } from './projection.ts';
import { useNearText } from './use-near-text.ts';
import { useTiles } from './use-tiles.ts';
import {
  firstView,
  isInSight,
  nudged,
  pointAt,
  shifted,
  type View,
  type Way,
  ways,
  zoomed,
  zooms,
} from './view.ts';

export interface PointMapProps {
  value: Point | null;
  /** The code of a region, where it begins without a point; empty: all of the country. */
  region: string;
  /** Absent: it is only looked at. */
  onChange?: (point: Point) => void;
  onRemove?: () => void;
}

/** Of a press that begins to drag, in pixels. */
const dragFrom = 6;

interface Press {
  at: Pixel;
  view: View;
  isDrag: boolean;
}

const directions: Record<string, Way> = {
  ArrowUp: 'north',
  ArrowLeft: 'west',
  ArrowRight: 'east',
  ArrowDown: 'south',
};

export default function PointMap({ value, region, onChange, onRemove }: PointMapProps) {
  const texts = useMapTexts();
  const { ref, ...size } = useSize();
  const tiles = useTiles();
  const names = useRegionWords(region).split(', ');
  const near = useNearText(value, land);
  const [moved, setMoved] = useState<View>();
  const press = useRef<Press>(undefined);
  const about = useId();
  const view = moved ?? firstView({ point: value, region, names }, land, size);
  const most = tiles ? zooms.most : zooms.mostOfOutline;
  const put = (to: Point) => {
    const point = rounded(withinIndonesia(to));
    onChange?.(point);
    setMoved(isInSight(point, view, size) ? view : { ...view, centre: point });
  };
  const zoom = (by: 1 | -1) => setMoved(zoomed(view, by, value, size, most));
  const go = (way: Way) => {
    if (value && onChange) put(nudged(value, way, view.zoom));
    else setMoved(shifted(view, { x: (ways[way].x * size.width) / 4, y: (ways[way].y * size.height) / 4 }));
  };
  const keys: Record<string, () => void> = {
    '+': () => zoom(1),
    '=': () => zoom(1),
    '-': () => zoom(-1),
    Enter: () => {
      if (!value) put(view.centre);
    },
    Delete: () => onRemove?.(),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = directions[event.key];
    const act = way ? () => go(way) : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    press.current = { at: { x: event.clientX, y: event.clientY }, view, isDrag: false };
  };
  const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
    const begun = press.current;
    if (!begun) return;
    const by = { x: begun.at.x - clientX, y: begun.at.y - clientY };
    begun.isDrag ||= Math.hypot(by.x, by.y) >= dragFrom;
    if (begun.isDrag) setMoved(shifted(begun.view, by));
  };
  const onPointerUp = ({ clientX, clientY, currentTarget }: PointerEvent) => {
    const begun = press.current;
    press.current = undefined;
    if (!begun || begun.isDrag || !onChange) return;
    const { left, top } = currentTarget.getBoundingClientRect();
    put(pointAt({ x: clientX - left, y: clientY - top }, view, size));
  };
  const control = onChange
    ? ({
        role: 'application',
        'aria-label': texts.name,
        'aria-describedby': about,
        tabIndex: 0,
        onKeyDown,
      } as const)
    : ({ role: 'img', 'aria-label': [texts.name, near].filter(Boolean).join('. ') } as const);
  return (
    <div className={classes.whole}>
      {onChange && <p className={classes.how}>{texts.how}</p>}
      <div className={classes.frame}>
        <div
          {...control}
          ref={ref}
          className={classes.map}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => {
            press.current = undefined;
          }}
        >
          {size.width > 0 && (
            <MapPicture
              land={land}
              view={view}
              size={size}
              tiles={tiles}
              point={value}
              isAimed={onChange !== undefined}
            />
          )}
        </div>
        <ZoomControls zoom={view.zoom} most={most} onZoom={zoom} />
      </div>
      <Controls
        movesPoint={value !== null && onChange !== undefined}
        onGo={go}
        onPut={onChange && !value ? () => put(view.centre) : undefined}
      />
      <p role={onChange && 'status'} className={classes.near}>
        {near}
      </p>
      {onChange && (
        <p id={about} className={classes.small}>
          {texts.keys}
        </p>
      )}
      <Attribution tiles={tiles} />
    </div>
  );
}
