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

/** Two fingers so many times as far apart as they were, or that part of it, are one zoom. */
const pinch = 1.5;

interface Press {
  at: Pixel;
  view: View;
  isDrag: boolean;
  /** By the pointer. */
  fingers: Map<number, Pixel>;
  /** How far two of them were apart at the last zoom. */
  apart: number;
}

function apartOf(fingers: ReadonlyMap<number, Pixel>): number {
  const [one, other] = [...fingers.values()];
  return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
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
    const at = { x: event.clientX, y: event.clientY };
    // The first finger begins anew, whatever became of a press before.
    if (event.isPrimary || !press.current)
      press.current = { at, view, isDrag: false, fingers: new Map(), apart: 0 };
    const { fingers } = press.current;
    fingers.set(event.pointerId, at);
    // A second finger makes it no tap.
    if (fingers.size > 1) Object.assign(press.current, { isDrag: true, apart: apartOf(fingers) });
  };
  const onPointerMove = ({ clientX, clientY, pointerId }: PointerEvent) => {
    const begun = press.current;
    if (!begun?.fingers.has(pointerId)) return;
    begun.fingers.set(pointerId, { x: clientX, y: clientY });
    if (begun.fingers.size > 1) {
      const apart = apartOf(begun.fingers);
      const wider = apart / begun.apart;
      if (wider < pinch && wider > 1 / pinch) return;
      begun.apart = apart;
      zoom(wider > 1 ? 1 : -1);
      return;
    }
    const by = { x: begun.at.x - clientX, y: begun.at.y - clientY };
    begun.isDrag ||= Math.hypot(by.x, by.y) >= dragFrom;
    if (begun.isDrag) setMoved(shifted(begun.view, by));
  };
  /** Gives the press when its last finger is gone; who still has one down drags from where the map is now. */
  const lift = (pointerId: number): Press | undefined => {
    const begun = press.current;
    begun?.fingers.delete(pointerId);
    const [at] = begun?.fingers.values() ?? [];
    press.current = begun && at && { ...begun, at, view };
    return at ? undefined : begun;
  };
  const onPointerUp = ({ clientX, clientY, pointerId, currentTarget }: PointerEvent) => {
    const begun = lift(pointerId);
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
          onPointerCancel={({ pointerId }) => void lift(pointerId)}
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
