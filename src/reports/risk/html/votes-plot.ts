import { ticks } from 'd3-array';
import { PERCENT, printNumber } from '../../../risk/index.js';
import type { OwnershipResult } from '../../../risk/results/risk-run.js';
import { type Html, html } from '../../html/markup.js';
import { fraction } from '../tables/ownership-tables.js';
import { bottomAxis, figure, line, linear, PLOT_WIDTH, round, shortened } from './plot.js';

const LEFT = 44;
const RIGHT = PLOT_WIDTH - 24;
const TOP = 14;
const BOTTOM = 220;
const MOST_HOLDERS = 4;
const LEAST_TURNOUT = 0.3;
const POINTS = 60;
/** About the width of "42.6%". */
const LABEL = 40;

/** Share of the votes cast that a holder has at each turnout, against the thresholds of a meeting. */
export function votesPlot({ risk, holders }: OwnershipResult): Html | null {
  const shown = holders.toSorted((a, b) => b.share - a.share).slice(0, MOST_HOLDERS);
  if (shown.length === 0) return null;
  const x = linear([LEAST_TURNOUT, 1], [LEFT, RIGHT]);
  const y = linear([0, 1], [BOTTOM, TOP]);
  const thresholds = (shown[0]?.votes ?? []).map(({ threshold }) => threshold);
  const rules = thresholds.map(
    (threshold) =>
      html`<path class="mark plan" d="M${LEFT} ${round(y(threshold))}H${RIGHT}"/><text class="lb end plan" x="${RIGHT}" y="${round(y(threshold) - 4)}">${threshold <= 0.5 ? 'more than' : 'at least'} ${fraction(threshold)}</text>`,
  );
  const taken: { readonly at: number; readonly y: number }[] = [];
  const curves = shown.map(({ name, share, votes }, nth) => {
    const from = Math.max(LEAST_TURNOUT, share);
    const points = Array.from({ length: POINTS + 1 }, (_, at) => {
      const turnout = from + ((1 - from) * at) / POINTS;
      return [x(turnout), y(Math.min(1, share / turnout))] as const;
    });
    const met = votes.flatMap(({ threshold, turnoutOfAll }) => {
      if (turnoutOfAll === null || turnoutOfAll < from || turnoutOfAll > 1) return [];
      const [at, height] = [x(turnoutOfAll), y(threshold)];
      // Two holders of about one size meet a threshold at about one turnout: the table has both.
      const isFree = taken.every(
        (other) => Math.abs(other.at - at) > LABEL || Math.abs(other.y - height) > 18,
      );
      if (isFree) taken.push({ at, y: height });
      return [
        html`<circle class="dot" cx="${round(at)}" cy="${round(height)}" r="3.5"/>${isFree ? html`<text class="lb mid" x="${round(at)}" y="${round(height + 16)}">${printNumber(turnoutOfAll, PERCENT, 3)}</text>` : null}`,
      ];
    });
    return html`<path class="curve c${nth}" d="${line(points)}"/>${met}<path class="curve c${nth}" d="M${LEFT} ${BOTTOM + 36 + nth * 17}h18"/><text class="nm" x="${LEFT + 24}" y="${BOTTOM + 40 + nth * 17}">${shortened(name, 250)}, ${printNumber(share, PERCENT, 3)} of all votes</text>`;
  });
  const percents = (values: readonly number[]) =>
    values.map((value) => ({ at: x(value), text: printNumber(value, PERCENT, 3) }));
  const side = [0, 0.25, 0.5, 0.75, 1].map(
    (value) =>
      html`<text class="ax end" x="${LEFT - 6}" y="${round(y(value) + 4)}">${printNumber(value, PERCENT, 3)}</text>`,
  );
  return figure(
    {
      id: `votes-${risk}`,
      title: 'What part of the votes cast a holder has, by turnout.',
      reading: `The fewer vote (left), the more a holder’s own votes weigh. A dot is the turnout below which a dashed threshold is met.${holders.length > shown.length ? ` The largest ${shown.length} of ${holders.length} holders are drawn.` : ''}`,
      description: shown
        .map(
          ({ name, votes }) =>
            `${name}: ${votes.map(({ threshold, when, turnoutOfAll }) => `${fraction(threshold)} ${when === 'below' ? `below a turnout of ${printNumber(turnoutOfAll ?? 0, PERCENT, 3)}` : when}`).join(', ')}`,
        )
        .join('; '),
      height: BOTTOM + 34 + shown.length * 17,
    },
    html`${bottomAxis(percents(ticks(LEAST_TURNOUT, 1, 7)), TOP, BOTTOM)}${side}<path class="axis" d="M${LEFT} ${BOTTOM}H${RIGHT}"/>${rules}${curves}`,
  );
}
