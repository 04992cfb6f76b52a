import { Fraction } from '../../value/index.js';
import { reprint } from '../arithmetic/reprint.js';
import { typingSlip } from '../arithmetic/typing-slip.js';
import type { CheckOutcome, FindingDraft } from '../check.js';
import { inTable } from '../engine/surroundings.js';
import { around, isNegative, overlap, stepOf } from './range.js';
import {
  confirmsPart,
  holds,
  type Part,
  partsBeside,
  type Relation,
  type Solution,
  solutionOf,
} from './relation.js';

export type Ticked = CheckOutcome['ticks'][number];

/** The ticks of a relation that holds: a part is confirmed by the others, to its last digit. */
export function ticksOf(relation: Relation): Ticked[] {
  return relation.confirms.flatMap((index): Ticked[] => {
    const solution = confirmsPart(relation, index);
    const part = relation.parts[index];
    if (solution === null || part === undefined) return [];
    const { figure } = part;
    const recomputed = solution.value.rounded(figure.decimals, 'half-up');
    return [
      {
        figure: figure.id,
        tick: {
          letter: 'RC',
          support: 'recomputed',
          grade: 'exact',
          formula: relation.work,
          inputs: relation.parts
            .filter((other) => other !== part)
            .map((other) => ({ figure: other.figure.id })),
          recomputed: (isNegative(figure) ? recomputed.negated() : recomputed).toString(),
        },
      },
    ];
  });
}

/** The finding of a relation that does not hold; null where it holds, or the words leave open that it must. */
export function findingOf<Id extends string>(relation: Relation, message: Id): FindingDraft<Id> | null {
  const { parts, confirms, binding, work } = relation;
  if (binding === 'open' || parts.some(({ hedge }) => hedge === 'bound') || holds(relation) !== false)
    return null;
  const ordered = [
    ...confirms,
    ...parts.map((_, index) => index).filter((index) => !confirms.includes(index)),
  ];
  const repairs = ordered.map((index) => ({ index, ...repairOf(relation, index) }));
  // A line of a table is named by a sentence, not stated in it: what it says is held wrong by checks of tables.
  const slips = repairs.filter(({ isSlip, index }) => isSlip && !inTable((parts[index] as Part).figure));
  if (binding === 'likely' && slips.length === 0) return null;
  // A slip of the hand explains nearly every real error; without one, words may have been misread.
  const severity = slips.length === 0 ? 'warning' : 'error';
  // The first of the suspects whose repair is a slip of the hand is where the finding points.
  const [first] = [...slips, ...repairs];
  const at = parts[first?.index ?? 0] as Part;
  const expected = first?.text ?? '';
  const suspects = [...slips, ...repairs.filter(({ isSlip }) => !isSlip)].map(
    ({ index }) => (parts[index] as Part).figure,
  );
  return {
    message,
    values: { printed: at.figure.text, expected, work },
    severity,
    at: at.figure.id,
    suspects: suspects.map(({ id }) => id),
    repairs: Object.fromEntries(
      repairs.flatMap(({ index, text }) => (text === null ? [] : [[(parts[index] as Part).figure.id, text]])),
    ),
    printed: at.figure.text,
    expected,
    related: partsBeside(at, relation),
    evidence: [
      ...repairs.flatMap(({ index, text }) =>
        text === null ? [] : [`${(parts[index] as Part).figure.text}: ${text} would agree`],
      ),
    ],
  };
}

interface Repair {
  readonly text: string | null;
  readonly isSlip: boolean;
}

/** What a part would have to say: of the values that agree, one that a slip of the hand explains, else the likeliest. */
function repairOf(relation: Relation, index: number): Repair {
  const { figure } = relation.parts[index] as Part;
  const solution = solutionOf(relation, index);
  if (solution === null || solution.range.high.numerator < 0n) return { text: null, isSlip: false };
  const printed = stepsOf(figure.value, figure.decimals);
  const likeliest = inSteps(solution.value, figure.decimals);
  if (printed === null || !Number.isSafeInteger(likeliest)) return { text: null, isSlip: false };
  const sign = isNegative(figure) ? -1 : 1;
  const meant = slipWithin(Math.abs(printed), solution, figure.decimals, relation);
  return { text: reprint(figure, sign * (meant ?? likeliest)), isSlip: meant !== null };
}

/** Of the numbers that a slip of the hand turns into what is printed, the one in the range nearest to the likeliest. */
function slipWithin(
  printed: number,
  { value, range }: Solution,
  decimals: number,
  relation: Relation,
): number | null {
  const likeliest = inSteps(value, decimals);
  let best: number | null = null;
  for (const meant of beforeSlip(printed)) {
    if (best !== null && Math.abs(meant - likeliest) >= Math.abs(best - likeliest)) continue;
    if (!isTelling(printed, meant, relation)) continue;
    const exact = Fraction.of(BigInt(meant)).times(stepOf(decimals));
    if (overlap(around(exact, decimals), range)) best = meant;
  }
  return best;
}

/** All that one changed digit, two swapped ones, a dropped or an added one may have been. */
function beforeSlip(printed: number): Set<number> {
  const digits = String(printed);
  const found = new Set<number>();
  for (let at = 0; at <= digits.length; at += 1) {
    const [head, tail] = [digits.slice(0, at), digits.slice(at)];
    for (let digit = 0; digit <= 9; digit += 1) {
      found.add(Number(`${head}${digit}${tail}`));
      if (tail !== '') found.add(Number(`${head}${digit}${tail.slice(1)}`));
    }
    if (tail.length > 1) found.add(Number(`${head}${tail[1]}${tail[0]}${tail.slice(2)}`));
    if (tail !== '' && digits.length > 1) found.add(Number(head + tail.slice(1)));
  }
  return found;
}

/** One digit is a slip for any other; where the words leave another reading, two digits fit too often by chance as well. */
function isTelling(printed: number, meant: number, { binding, kind }: Relation): boolean {
  const least = binding === 'likely' && kind === 'sum' ? 100 : 10;
  if (Math.max(printed, meant) < least) return false;
  const slip = typingSlip(printed, meant);
  return slip !== null && (binding === 'stated' || slip !== 'a digit doubled or added');
}

/** A value in steps of a figure's last printed digit, rounded half up. */
function inSteps(value: Fraction, decimals: number): number {
  return Number(value.over(stepOf(decimals)).rounded(0, 'half-up').toString());
}

function stepsOf(value: string, decimals: number): number | null {
  const point = value.indexOf('.');
  const digits = point < 0 ? value : value.slice(0, point) + value.slice(point + 1);
  const places = point < 0 ? 0 : value.length - point - 1;
  const power = 10 ** Math.abs(decimals - places);
  const steps = decimals >= places ? Number(digits) * power : Number(digits) / power;
  return Number.isSafeInteger(steps) ? steps : null;
}
