import { InputError } from '../../../value/index.js';
import type { Base, Line } from '../../waterfall/base.js';
import type { DriverSpec } from './driver-spec.js';

/**
 * How one line answers to a driver's change c: its level is multiplied by
 * (1 + amount · c) · (1 + price · c) · max(0, 1 + elasticity · price · c) · (1 + volume · c).
 */
export interface LineResponse {
  readonly line: Line;
  readonly amount: number;
  readonly price: number;
  readonly volume: number;
}

/**
 * The lines that a driver moves, each once: loadings on the same line through the same way are added.
 *
 * @throws InputError where a line is unknown, or has no price or volume
 */
export function responsesOf(spec: DriverSpec, risk: string, base: Base): LineResponse[] {
  const loadings = new Map<string, { amount: number; price: number; volume: number }>();
  for (const { line: id, through, loading } of spec.moves) {
    const line = base.lines.find((each) => each.id === id);
    const refuse = (message: string) => new InputError('bad-config', `Risk "${risk}": ${message}`);
    if (line === undefined) throw refuse(`unexpected line "${id}", expected a line of the base.`);
    if (!Number.isFinite(loading))
      throw refuse(`unexpected loading ${loading} of "${id}", expected a number.`);
    if (through !== 'amount' && line.kind !== 'revenue' && line.kind !== 'cost') {
      throw refuse(
        `"${id}" has no ${through}, as it is neither revenue nor cost: let it move through its amount.`,
      );
    }
    const sums = loadings.get(id) ?? { amount: 0, price: 0, volume: 0 };
    sums[through] += loading;
    loadings.set(id, sums);
  }
  return base.lines.flatMap((line) => {
    const sums = loadings.get(line.id);
    return sums === undefined ? [] : [{ line, ...sums }];
  });
}

/** By how much the volume of a line is multiplied. Elasticity is taken as linear; nobody buys less than nothing. */
export function volumeAt({ line, price, volume }: LineResponse, change: number): number {
  const elasticity = line.kind === 'revenue' ? line.elasticity : 0;
  return Math.max(0, 1 + elasticity * price * change) * (1 + volume * change);
}

/** By how much the line's own amount is multiplied. */
export function levelAt(response: LineResponse, change: number): number {
  return (1 + response.amount * change) * (1 + response.price * change) * volumeAt(response, change);
}

/**
 * Changes for which no price or volume falls below −100%. What moves through its amount may: a cost can turn into a
 * credit, and a small planned gain into a large loss.
 */
export function possibleChanges(responses: readonly LineResponse[]): readonly [low: number, high: number] {
  const loadings = responses.flatMap(({ price, volume }) => [price, volume]);
  return [
    Math.max(-Infinity, ...loadings.filter((loading) => loading > 0).map((loading) => -1 / loading)),
    Math.min(Infinity, ...loadings.filter((loading) => loading < 0).map((loading) => -1 / loading)),
  ];
}
