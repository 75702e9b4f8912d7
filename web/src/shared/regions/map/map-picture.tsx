// The picture: sea, land and borders, streets where there are tiles, else towns; and the point.
import { memo } from 'react';
import type { MapSource, Point } from '../../../api/types.ts';
import { labelsInSight } from './labels.ts';
import type { Land } from './land.ts';
import classes from './map.module.css';
import { outlineOrigin, outlineZoom, pixelOf, tileSide } from './projection.ts';
import { tilesInSight } from './tiles.ts';
import type { Size } from '../use-size.ts';
import { pixelIn, type View } from './view.ts';

const Outline = memo(({ path }: { path: string }) => <path className={classes.land} d={path} />);

/** Its tip is where the point is. */
const pin = 'M0 0C-4-7-11-12-11-20A11 11 0 0 1 11-20C11-12 4-7 0 0Z';

interface PictureProps {
  land: Land;
  view: View;
  size: Size;
  tiles: MapSource['tiles'];
  point: Point | null;
  /** Where there is no point, the middle is marked. */
  isAimed: boolean;
}

export function MapPicture({ land, view, size, tiles, point, isAimed }: PictureProps) {
  const scale = 2 ** (view.zoom - outlineZoom);
  const middle = pixelOf(view.centre, view.zoom);
  const left = size.width / 2 - middle.x + outlineOrigin.x * scale;
  const top = size.height / 2 - middle.y + outlineOrigin.y * scale;
  const at = point && pixelIn(point, view, size);
  return (
    <svg className={classes.picture} width={size.width} height={size.height} aria-hidden>
      <g transform={`translate(${left} ${top}) scale(${scale})`}>
        <Outline path={land.outline} />
      </g>
      {tiles
        ? tilesInSight(tiles.url, view, size).map(({ href, x, y }) => (
            <image key={href} href={href} x={x} y={y} width={tileSide} height={tileSide} />
          ))
        : labelsInSight(land.towns, view, size, at).map(({ name, x, y, isLeft }) => (
            <g key={`${name} ${x} ${y}`} className={classes.town} transform={`translate(${x} ${y})`}>
              <circle r="2.5" />
              <text x={isLeft ? -6 : 6} dy="0.32em" textAnchor={isLeft ? 'end' : 'start'}>
                {name}
              </text>
            </g>
          ))}
      {at && (
        <g className={classes.pin} transform={`translate(${at.x} ${at.y})`} data-point>
          <path d={pin} />
          <circle cy="-20" r="4" />
        </g>
      )}
      {!at && isAimed && (
        <path
          className={classes.aim}
          transform={`translate(${size.width / 2} ${size.height / 2})`}
          d="M-12 0H-4M4 0H12M0-12V-4M0 4V12"
        />
      )}
    </svg>
  );
}
