import { tickIncrement } from 'd3-array';
import { Decimal } from '../../value/index.js';
import { withThousands } from '../table-formats/printed-text.js';
import type { ChartScale } from './rate-chart.js';

/** An axis spans at least this part of its middle value, so that a peg looks like one and not like a storm. */
const LEAST_SPAN = 0.02;

/** Less than three decades have marks at 2 and 5 as well. */
const FEW_DECADES = 1000;

/** A mark of the axis: where it stands, and its exact value as printed. */
export interface ValueTick {
  readonly value: number;
  readonly text: string;
}

/** Positions of rates, in pixels or dots, downward. */
export interface ValueAxis {
  readonly ticks: readonly ValueTick[];
  position(value: number): number;
}

/** Where an axis lies: `top` and `bottom` are its ends, `margin` what it keeps free of rates at each. */
export interface AxisPlace {
  readonly top: number;
  readonly bottom: number;
  readonly margin: number;
}

/** An axis for rates from `low` to `high`, both above zero, with about `count` round marks. */
export function valueAxis(
  [low, high]: readonly [number, number],
  scale: ChartScale,
  place: AxisPlace,
  count: number,
): ValueAxis {
  const to = scale === 'log' ? Math.log10 : (value: number) => value;
  const from = scale === 'log' ? (value: number) => 10 ** value : (value: number) => value;
  const least = ((low + high) / 2) * LEAST_SPAN;
  const missing = Math.max(0, least - (high - low)) / 2;
  const [start, end] = [to(low - missing), to(high + missing)];
  const [first, last] = [place.bottom - place.margin, place.top + place.margin];
  const perUnit = (last - first) / (end - start);
  const position = (value: number) => first + (to(value) - start) * perUnit;
  const valueAt = (pixel: number) => from(start + (pixel - first) / perUnit);
  const ends = [Math.max(0, valueAt(place.bottom)), valueAt(place.top)] as const;
  const ticks = scale === 'log' ? logTicks(ends, count) : linearTicks(ends, count);
  return { ticks, position };
}

/** Round values between two ends, each an exact decimal. */
function linearTicks([low, high]: readonly [number, number], count: number): ValueTick[] {
  // Of d3-array: the step, or minus its inverse where it is below one, so that both are whole numbers.
  const step = tickIncrement(low, high, count);
  const perUnit = step < 0 ? -step : 1 / step;
  const ticks: ValueTick[] = [];
  for (let index = Math.ceil(low * perUnit); index <= Math.floor(high * perUnit); index++) {
    ticks.push(tickAt(multiple(index, step)));
  }
  return ticks;
}

function multiple(index: number, step: number): Decimal {
  if (step > 0) return Decimal.of(index).times(Decimal.of(step));
  // A fifth of a tenth has as many decimals as a tenth has digits: 1/50 is 0.02, 1/10 is 0.1.
  const digits = String(-step);
  const decimals = digits.startsWith('1') ? digits.length - 1 : digits.length;
  return Decimal.of(index).dividedBy(Decimal.of(-step), decimals, 'half-up');
}

/** Powers of ten, with 2 and 5 times them where there are few; plain round values within less than a decade. */
function logTicks([low, high]: readonly [number, number], count: number): ValueTick[] {
  if (high < 10 * low) return linearTicks([low, high], count);
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const factors = high < low * FEW_DECADES ? [1, 2, 5] : [1];
  const every = factors.length > 1 ? 1 : Math.max(1, Math.ceil((last - first) / count));
  const ticks: ValueTick[] = [];
  for (let power = every * Math.floor(first / every); power <= last; power += every) {
    for (const factor of factors) {
      const tick = tickAt(Decimal.of(factor, -power));
      if (low <= tick.value && tick.value <= high) ticks.push(tick);
    }
  }
  return ticks;
}

function tickAt(value: Decimal): ValueTick {
  return { value: value.toNumber(), text: withThousands(value) };
}
