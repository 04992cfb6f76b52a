import { type Content, type Html, html } from '../../html/markup.js';
import { bottomAxis, PLOT_WIDTH, round, type Scale, shortened, textWidth } from './plot.js';

/** A row: its name above, its bar below, so that both have the whole width. */
const ROW = 36;
const TOP = 4;
const BAR = { from: 17, height: 12 };
/** More bars than these are gathered into one, or said to be smaller. */
export const MOST_BARS = 15;

export interface BarRow {
  /** The id of a risk or the name of an input. */
  readonly name: string;
  /** Its heading, after the name where there is room. */
  readonly about: string;
  /** Draws what belongs at these heights: the top of the bar, and its bottom. */
  readonly draw: (top: number, height: number) => Content;
}

/** Rows one below the other over an axis with a line at 0, and the height of it all. */
export function barRows(
  rows: readonly BarRow[],
  x: Scale,
  axis: readonly { at: number; text: string }[],
): { readonly drawing: Html; readonly height: number } {
  const bottom = TOP + rows.length * ROW;
  const drawn = rows.map((row, nth) => {
    const y = TOP + nth * ROW;
    return html`${nameMarkup(row, y + 12)}${row.draw(y + BAR.from, BAR.height)}`;
  });
  return {
    drawing: html`${bottomAxis(axis, TOP, bottom)}<path class="axis" d="M${round(x(0))} ${TOP}V${bottom}"/>${drawn}`,
    height: bottom + 24,
  };
}

function nameMarkup({ name, about }: BarRow, y: number): Html {
  const short = shortened(name, PLOT_WIDTH - 20, 12.5);
  const room = PLOT_WIDTH - 24 - textWidth(short, 12.5);
  const rest = about === '' || room < 60 ? '' : shortened(about, room, 11.5);
  return html`<text class="nm" x="4" y="${y}">${short}${rest === '' ? null : html`<tspan class="sm" dx="7">${rest}</tspan>`}</text>`;
}
