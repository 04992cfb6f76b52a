import { ticks } from 'd3-array';
import { printNumber } from '../../../risk/index.js';
import { displayWidth, shorten } from '../../../value/display-width.js';
import { type Content, type Html, html } from '../../html/markup.js';
import type { MoneyUnit } from '../words.js';

/** Every plot is as wide as half of a page or all of a telephone, so that its text is legible on both. */
export const PLOT_WIDTH = 460;
/** Width of a column of text in the plots' font, as a part of its size: rather too wide. */
const COLUMN = 0.66;
/** Between labels of an axis. */
const LEAST_GAP = 6;

/** About the width of a text in pixels; Chinese and Japanese signs take two columns. */
export function textWidth(text: string, size = 12): number {
  return displayWidth(text) * size * COLUMN;
}

/** A text cut to a width in pixels. */
export function shortened(text: string, width: number, size = 12): string {
  return shorten(text, Math.max(2, Math.floor(width / (size * COLUMN))));
}

export interface PlotText {
  readonly id: string;
  readonly title: string;
  /** How to read it, in a sentence or two for those who see it. */
  readonly reading: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  readonly width?: number;
  readonly height: number;
}

/** A figure with its drawing, its caption and how to read it. Colours and fonts are those of the page. */
export function figure(
  { id, title, reading, description, width = PLOT_WIDTH, height }: PlotText,
  drawing: Content,
): Html {
  return html`<figure class="plot${width > PLOT_WIDTH ? ' wide' : ''}"><figcaption><b>${title}</b> ${reading}</figcaption>
<div class="drawing"${width > PLOT_WIDTH ? html` tabindex="0" role="region" aria-label="${title}"` : null}><svg viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>
${drawing}
</svg></div></figure>
`;
}

/** From values to pixels. */
export interface Scale {
  (value: number): number;
  readonly domain: readonly [number, number];
}

export function linear(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const span = domain[1] - domain[0] || 1;
  const scale = (value: number) => range[0] + ((value - domain[0]) / span) * (range[1] - range[0]);
  return Object.assign(scale, { domain });
}

/** Round values of an amount of money with their texts. */
export function moneyTicks(scale: Scale, money: MoneyUnit, count = 5): { at: number; text: string }[] {
  const [low, high] = scale.domain;
  return ticks(low / money.size, high / money.size, count).map((value) => ({
    at: scale(value * money.size),
    text: printNumber(value, undefined, 5),
  }));
}

/** Marks below a plot and lines up through it. Labels at an edge are moved in; one that would touch another is left out. */
export function bottomAxis(
  marks: readonly { at: number; text: string }[],
  top: number,
  bottom: number,
  width = PLOT_WIDTH,
): Html {
  let taken = Number.NEGATIVE_INFINITY;
  const labels = marks.flatMap(({ at, text }) => {
    const half = textWidth(text, 12.5) / 2;
    const middle = Math.max(half, Math.min(width - half, at));
    if (middle - half < taken + LEAST_GAP) return [];
    taken = middle + half;
    return [html`<text class="ax mid" x="${round(middle)}" y="${round(bottom + 17)}">${text}</text>`];
  });
  return html`${marks.map(({ at }) => html`<path class="grid" d="M${round(at)} ${round(top)}V${round(bottom)}"/>`)}${labels}`;
}

/** Pixels to a tenth. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A line through places, as the `d` of a path. */
export function line(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], nth) => `${nth === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

/** A mark over a plot that is read from its label. */
export interface Mark {
  readonly at: number;
  readonly text: string;
  readonly kind: string;
}

/** Vertical lines with labels above, each label in the first row where it meets none. */
export function marks(wanted: readonly Mark[], top: number, bottom: number, width: number): Html {
  const rows: number[] = [];
  const drawn = [...wanted]
    .sort((a, b) => a.at - b.at)
    .map(({ at, text, kind }) => {
      const half = textWidth(text, 12) / 2;
      const middle = Math.max(half + 2, Math.min(width - half - 2, at));
      let row = rows.findIndex((end) => middle - half > end + LEAST_GAP);
      if (row < 0) row = rows.length;
      rows[row] = middle + half;
      const y = top - 8 - row * 15;
      return {
        rule: html`<path class="mark ${kind}" d="M${round(at)} ${round(y + 3)}V${round(bottom)}"/>`,
        label: html`<text class="lb mid ${kind}" x="${round(middle)}" y="${round(y)}">${text}</text>`,
      };
    });
  return html`${drawn.map(({ rule }) => rule)}${drawn.map(({ label }) => label)}`;
}
