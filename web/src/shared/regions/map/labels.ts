// The names of towns that are in sight and do not stand in each other's way.
import type { Town } from './land.ts';
import type { Size } from '../use-size.ts';
import { pixelIn, type View } from './view.ts';

export interface Label {
  name: string;
  x: number;
  y: number;
  /** The name stands left of its dot, where there is no room right of it. */
  isLeft: boolean;
}

/** Of a letter, in pixels, as wide as they come on average. */
const letter = 8;
const line = 18;
const most = 24;
const beside = 8;
/** Where the buttons of the zoom stand, from the right and from above. */
const buttons = { width: 60, height: 112 };

interface Room {
  left: number;
  right: number;
  y: number;
}

/** The first of `towns` go first. */
export function labelsInSight(towns: readonly Town[], view: View, size: Size): Label[] {
  const labels: Label[] = [];
  const taken: Room[] = [];
  for (const town of towns) {
    if (labels.length === most) break;
    const { x, y } = pixelIn(town, view, size);
    if (x < 0 || y < line || x > size.width || y > size.height - line) continue;
    const wide = town.name.length * letter + beside;
    const isLeft = x + wide > size.width;
    const room = isLeft ? { left: x - wide, right: x + 4, y } : { left: x - 4, right: x + wide, y };
    const isFree = taken.every(
      (other) => Math.abs(other.y - y) >= line || other.right < room.left || other.left > room.right,
    );
    const isUnder = room.right > size.width - buttons.width && y < buttons.height;
    if (room.left < 0 || isUnder || !isFree) continue;
    taken.push(room);
    labels.push({ name: town.name, x, y, isLeft });
  }
  return labels;
}
