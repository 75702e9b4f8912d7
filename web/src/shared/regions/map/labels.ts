// The names of towns that are in sight and do not stand in each other's way.
import type { Town } from './land.ts';
import type { Size } from '../use-size.ts';
import type { Pixel } from './projection.ts';
import { pixelIn, type View } from './view.ts';

export interface Label {
  name: string;
  x: number;
  y: number;
  /** The name stands left of its dot, where there is no room right of it, or something else stands there. */
  isLeft: boolean;
}

/** Of a letter, in pixels, as wide as they come on average. */
const letter = 8;
const line = 18;
const most = 24;
const beside = 8;
/** Where the buttons of the zoom stand, from the right and from above. */
const buttons = { width: 60, height: 112 };
/** Of the pin: half its width, and how far its head is above its tip. */
const head = { half: 11, above: 20 };

interface Room {
  left: number;
  right: number;
  y: number;
}

/** The first of `towns` go first; the pin's tip, where there is one, is at `pin`. */
export function labelsInSight(towns: readonly Town[], view: View, size: Size, pin: Pixel | null): Label[] {
  const labels: Label[] = [];
  const taken: Room[] = pin
    ? [{ left: pin.x - head.half, right: pin.x + head.half, y: pin.y - head.above }]
    : [];
  for (const town of towns) {
    if (labels.length === most) break;
    const { x, y } = pixelIn(town, view, size);
    if (x < 0 || y < line || x > size.width || y > size.height - line) continue;
    const wide = town.name.length * letter + beside;
    const right = { left: x - 4, right: x + wide, y };
    const left = { left: x - wide, right: x + 4, y };
    const room = [right, left].find(
      (one) =>
        one.left >= 0 &&
        one.right <= size.width &&
        !(one.right > size.width - buttons.width && y < buttons.height) &&
        taken.every(
          (other) => Math.abs(other.y - y) >= line || other.right < one.left || other.left > one.right,
        ),
    );
    if (!room) continue;
    taken.push(room);
    labels.push({ name: town.name, x, y, isLeft: room === left });
  }
  return labels;
}
