import type { Base, Line } from '../../waterfall/base.js';
import { type LineResponse, levelAt, volumeAt } from './line-response.js';

/** What a change of the driver does to one line. */
export interface DriverEffect {
  readonly line: string;
  /** Effect on income, in units of the reporting currency, where the driver changes by so much. */
  at(change: number): number;
  /** The effect is this times the change; null where it bends. */
  readonly slope: number | null;
  /** The highest power of the change in the effect. */
  readonly degree: number;
}

interface Term extends Omit<DriverEffect, 'line'> {
  readonly line: Line;
}

/**
 * The lines that a driver reaches, with exact products: the lines it moves; costs that follow the volume of revenue it
 * moves (share · change of volume); revenue that customers pay where a cost rises (share · increase of the cost: what
 * falls is not given back, and what they pay does not cost volume). Each effect counts from the plan: drivers that move
 * the same line add up, they do not multiply.
 */
export function driverEffects(responses: readonly LineResponse[], base: Base): DriverEffect[] {
  const terms = [
    ...responses.map(ownTerm),
    ...responses.flatMap((response) => followingTerms(response, base)),
    ...responses.flatMap((response) => passedOnTerms(response, base)),
  ];
  const lines = base.lines.filter((line) => terms.some((term) => term.line === line));
  return lines.map((line) => {
    const own = terms.filter((term) => term.line === line);
    const [first] = own;
    return {
      line: line.id,
      at:
        own.length === 1 && first !== undefined
          ? first.at
          : (change) => own.reduce((sum, { at }) => sum + at(change), 0),
      slope: slopeOf(own),
      degree: Math.max(...own.map(({ degree }) => degree)),
    };
  });
}

/** Of effects together; null where one of them bends. */
export function slopeOf(effects: readonly Pick<DriverEffect, 'slope'>[]): number | null {
  return effects.reduce<number | null>(
    (sum, { slope }) => (sum === null || slope === null ? null : sum + slope),
    0,
  );
}

function ownTerm(response: LineResponse): Term {
  const { line, amount, price, volume } = response;
  const income = line.kind === 'cost' ? -line.amount : line.amount;
  const bends = bendsOf(response);
  return {
    line,
    at: (change) => income * (levelAt(response, change) - 1),
    slope: bends === 1 ? income * (amount + price + volume) : null,
    degree: bends,
  };
}

function followingTerms(response: LineResponse, { lines }: Base): Term[] {
  const { line, price, volume } = response;
  if (line.kind !== 'revenue') return [];
  const elastic = line.elasticity * price;
  if (elastic === 0 && volume === 0) return [];
  return lines.flatMap((cost) => {
    const share = sumOfShares(cost.kind === 'cost' ? cost.follows : [], line.id);
    if (share === 0) return [];
    const most = -cost.amount * share;
    return [
      {
        line: cost,
        at: (change: number) => most * (volumeAt(response, change) - 1),
        slope: elastic === 0 ? most * volume : null,
        degree: (elastic === 0 ? 0 : 1) + (volume === 0 ? 0 : 1),
      },
    ];
  });
}

function passedOnTerms(response: LineResponse, { lines }: Base): Term[] {
  const { line: cost } = response;
  if (cost.kind !== 'cost') return [];
  return lines.flatMap((line) => {
    const share = sumOfShares(cost.passedOn, line.id);
    if (share === 0) return [];
    const paid = share * cost.amount;
    return [
      {
        line,
        at: (change: number) => paid * Math.max(0, levelAt(response, change) - 1),
        slope: null,
        degree: bendsOf(response),
      },
    ];
  });
}

/** How many factors of a line's level move. */
function bendsOf({ line, amount, price, volume }: LineResponse): number {
  const elastic = line.kind === 'revenue' ? line.elasticity * price : 0;
  return Math.max(1, [amount, price, elastic, volume].filter((loading) => loading !== 0).length);
}

function sumOfShares(
  shares: readonly { readonly line: string; readonly share: number }[],
  id: string,
): number {
  return shares.reduce((sum, { line, share }) => (line === id ? sum + share : sum), 0);
}
