import type { Spot } from './thinned-line.js';

/** A rectangle of a drawing, in pixels; `bottom` is below `top`. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A label that wants to stand by a spot. */
export interface LabelWish {
  readonly spot: Spot;
  readonly width: number;
  readonly height: number;
  /** Sides to try, the best first. */
  readonly sides: readonly ('above' | 'below' | 'left' | 'right')[];
  /** Where it would be read right at once: within its fiscal year. Left only where there is no place. */
  readonly home?: Pick<Box, 'left' | 'right'>;
  /** Whether it is rather left out than set upon the line that matters most. */
  readonly keepsOff?: boolean;
}

/** What labels must keep off: other labels and marks always, lines where there is any other place. */
export interface Obstacles {
  readonly bounds: Box;
  readonly boxes: readonly Box[];
  /** From the line that matters most: where no place is free of all, the last ones are given up first. */
  readonly lines: readonly (readonly (readonly Spot[])[])[];
}

/** Distances of a label from its spot, in pixels. */
const DISTANCES = [7.5, 12, 20, 30, 42];
/** How far a label is moved aside, in parts of its width. */
const SHIFTS = [0, 0.25, -0.25, 0.5, -0.5];
/** What labels keep between each other. */
const CLEARANCE = 3;

/** Places labels one after the other, each off those before it; null for one that finds no place. */
export function placedLabels(wishes: readonly LabelWish[], obstacles: Obstacles): (Box | null)[] {
  const boxes = [...obstacles.boxes];
  return wishes.map((wish) => {
    const place = placeOf(wish, { ...obstacles, boxes });
    if (place !== null) boxes.push(place);
    return place;
  });
}

export function overlap(one: Box, other: Box, clearance = 0): boolean {
  return (
    one.left < other.right + clearance &&
    other.left < one.right + clearance &&
    one.top < other.bottom + clearance &&
    other.top < one.bottom + clearance
  );
}

function placeOf(wish: LabelWish, { bounds, boxes, lines }: Obstacles): Box | null {
  const free = candidates(wish).filter(
    (box) => isWithin(box, bounds) && !boxes.some((other) => overlap(box, other, CLEARANCE)),
  );
  const atHome = free.filter((box) => isAtHome(box, wish));
  for (let count = Math.max(1, lines.length); count > 0; count--) {
    const crossed = lines.slice(0, count).flat();
    const isFree = (box: Box) => !crossed.some((line) => crosses(line, box));
    const found = atHome.find(isFree) ?? (count === 1 ? free.find(isFree) : undefined);
    if (found !== undefined) return found;
  }
  return wish.keepsOff === true ? null : (atHome[0] ?? free[0] ?? null);
}

function isAtHome(box: Box, { home }: LabelWish): boolean {
  return home === undefined || (box.left >= home.left && box.right <= home.right);
}

/** Near places first, and the better side before the other at the same distance. */
function candidates({ spot, width, height, sides }: LabelWish): Box[] {
  return DISTANCES.flatMap((distance) =>
    sides.flatMap((side) =>
      SHIFTS.map((shift) => {
        const isUpright = side === 'above' || side === 'below';
        const left = isUpright
          ? spot.x - width / 2 + shift * width
          : side === 'right'
            ? spot.x + distance
            : spot.x - distance - width;
        const top = isUpright
          ? side === 'above'
            ? spot.y - distance - height
            : spot.y + distance
          : spot.y - height / 2 + shift * height;
        return { left, top, right: left + width, bottom: top + height };
      }),
    ),
  );
}

function isWithin(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  );
}

function crosses(line: readonly Spot[], box: Box): boolean {
  if (line.length === 1) return line[0] !== undefined && touches(line[0], line[0], box);
  for (let index = 1; index < line.length; index++) {
    const [from, to] = [line[index - 1], line[index]];
    if (from !== undefined && to !== undefined && touches(from, to, box)) return true;
  }
  return false;
}

/**
 * Whether a segment and a box share a place: clipped against each side in turn.
 * Source: Liang and Barsky, "A New Concept and Method for Line Clipping", ACM TOG 3(1), 1984.
 */
function touches(from: Spot, to: Spot, box: Box): boolean {
  const [across, down] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  const sides = [
    [-across, from.x - box.left],
    [across, box.right - from.x],
    [-down, from.y - box.top],
    [down, box.bottom - from.y],
  ] as const;
  for (const [towards, distance] of sides) {
    if (towards === 0) {
      if (distance < 0) return false;
    } else if (towards < 0) enter = Math.max(enter, distance / towards);
    else leave = Math.min(leave, distance / towards);
  }
  return enter <= leave;
}
