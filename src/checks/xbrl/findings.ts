import type { Filing } from '../../filing/filing.js';
import { Decimal, formatDayLong, lastDayOf } from '../../value/index.js';
import { withCommas } from '../arithmetic/digits.js';
import { reprint } from '../arithmetic/reprint.js';
import type { FindingDraft, RelatedPlace, Severity } from '../check.js';
import { groupedBy } from '../engine/grouped.js';
import { periodName } from '../engine/period-name.js';
import { differenceOf, isPure } from './agreement.js';
import type { CalculatedTotal } from './calculated-totals.js';
import type { Contradiction } from './duplicate-facts.js';
import type { OddTag } from './odd-tags.js';
import { conceptName, type NumberFact, type TaggedFigure, taggedFigures } from './tagged-figures.js';

export type MessageId = 'duplicate' | 'digits' | 'scale' | 'sign' | 'unit' | 'period' | 'calculation';

type Draft = FindingDraft<MessageId>;

/** The figures that tags stand on. */
export type FiguresByFact = ReadonlyMap<NumberFact, TaggedFigure>;

export function figuresByFact(filing: Filing): FiguresByFact {
  return new Map(taggedFigures(filing).map((tagged) => [tagged.fact, tagged]));
}

/**
 * Tags that do not say what is printed, those of one fault together: what was set wrong once is often wrong all over. The
 * figures are not held wrong: their tags are.
 */
export function oddTagDrafts(odd: readonly OddTag[]): Draft[] {
  const alike = groupedBy(odd, ({ fault }) => `${fault.kind} ${fault.kind === 'scale' ? fault.power : ''}`);
  return [...alike.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    return group.length < FEWEST_FOLDED
      ? group.map((each) => oddTagDraft(each, []))
      : [oddTagDraft(first, others)];
  });
}

const FEWEST_FOLDED = 3;

function oddTagDraft(odd: OddTag, others: readonly OddTag[]): Draft {
  const { fact, figure, mates, sure } = odd;
  const { cause, expected } = meant(odd);
  const printed = saidBy(odd);
  return {
    message: odd.fault.kind,
    values: { printed, figure: figure.text, expected, fact: conceptName(fact.concept), cause },
    severity: sure ? 'error' : 'warning',
    at: figure.id,
    suspects: [],
    printed,
    expected,
    cause,
    related: (others.length > 0 ? others : mates).slice(0, MOST_EVIDENCE).map(relatedTag),
    evidence: [
      `printed: ${figure.text}`,
      `tagged: ${fact.concept} ${fact.value}${fact.unit === null ? '' : ` ${fact.unit}`}, scale ${fact.scale}${fact.negated ? ', sign turned' : ''}`,
      ...mates
        .slice(0, MOST_RELATED)
        .map((mate) => `beside it: ${mate.figure.text} tagged ${mate.fact.value}`),
      ...(others.length > 0 ? [`so are ${others.length} more tags`] : []),
      ...others.slice(0, MOST_EVIDENCE).map((other) => `${other.figure.text} tagged ${other.fact.value}`),
    ],
  };
}

const MOST_RELATED = 5;

function saidBy({ fact, fault }: OddTag): string {
  if (fault.kind === 'unit') return fact.unit ?? 'no unit';
  const period = fact.context?.period ?? null;
  return fault.kind === 'period' && period !== null ? periodName(period) : fact.value;
}

function meant({ fact, figure, fault, mates }: OddTag): {
  readonly cause: string;
  readonly expected: string;
} {
  switch (fault.kind) {
    case 'scale': {
      const power = Math.abs(fault.power);
      const times = withCommas(`1${'0'.repeat(power)}`);
      const cause = `${times} times too ${fault.power > 0 ? 'large' : 'small'}`;
      const factor = Decimal.of(1n, fault.power);
      return { cause, expected: Decimal.parse(fact.value).times(factor).toString() };
    }
    case 'sign': {
      const expected = fact.value.startsWith('-') ? fact.value.slice(1) : `-${fact.value}`;
      return { cause: 'the sign is turned', expected };
    }
    case 'unit':
      return {
        cause: mates.length === 0 ? 'the figure is a percentage' : 'another unit than beside it',
        expected: fault.usual,
      };
    case 'period':
      return { cause: 'the context of another period', expected: periodName(fault.page) };
    case 'digits':
      return { cause: 'the tag does not enclose the whole number', expected: figure.value };
  }
}

function relatedTag({ fact, figure }: TaggedFigure): RelatedPlace {
  return { figure: figure.id, start: figure.start, end: figure.end, note: `tagged ${fact.value}` };
}

/** One fact with two values: one of the printed figures is wrong, or the tag of one. */
export function contradictionDraft({ odd, usual, tied }: Contradiction, figures: FiguresByFact): Draft[] {
  const [wrong] = odd;
  const [right] = usual;
  if (wrong === undefined || right === undefined) return [];
  const all = tied ? [...odd, ...usual] : odd;
  const suspects = all.flatMap((fact) => figures.get(fact) ?? []);
  // What the tag alone makes of a figure is reported with the tag.
  if ([...odd, ...usual].some((fact) => hasOddTag(figures.get(fact)))) return [];
  const printed = figures.get(wrong)?.figure.text ?? wrong.value;
  const period = wrong.context?.period ?? null;
  const shown = figures.get(wrong);
  const expected = (shown === undefined ? null : printedAt(shown, Decimal.parse(right.value))) ?? right.value;
  const repairs = suspects.flatMap((tagged) =>
    repairOf(tagged, Decimal.parse((odd.includes(tagged.fact) ? right : wrong).value)),
  );
  return [
    {
      message: 'duplicate',
      values: {
        printed,
        expected,
        fact: conceptName(wrong.concept),
        period: period === null ? '' : ` of ${periodName(period)}`,
      },
      at: placeOf(wrong, figures),
      suspects: suspects.map(({ figure }) => figure.id),
      repairs: Object.fromEntries(repairs),
      printed,
      expected,
      related: [...odd.slice(1), ...usual].slice(0, MOST_RELATED).map((fact) => placeOfFact(fact, figures)),
      evidence: [...odd, ...usual]
        .slice(0, MOST_EVIDENCE)
        .map((fact) => `${fact.concept} tagged ${fact.value} (decimals ${fact.decimals ?? 'not stated'})`),
    },
  ];
}

const MOST_EVIDENCE = 12;

function hasOddTag(tagged: TaggedFigure | undefined): boolean {
  return tagged !== undefined && differenceOf(tagged) !== null;
}

/** A figure as it would be printed were its tag's value another; null where that is finer than what is printed. */
function printedAt({ fact, figure }: TaggedFigure, value: Decimal): string | null {
  const isHundredth = isPure(fact) && figure.unit === 'percent';
  const size = isHundredth ? value.times(HUNDRED) : value;
  const isTurned = fact.value.startsWith('-') !== figure.value.startsWith('-');
  const steps = Number(size.dividedBy(Decimal.of(1n, figure.decimals), 0, 'half-up').toString());
  if (!Number.isSafeInteger(steps)) return null;
  return reprint(figure, isTurned ? -steps : steps);
}

const HUNDRED = Decimal.of(100n);

type Repair = readonly [figure: string, text: string];

function repairOf(tagged: TaggedFigure, value: Decimal): Repair[] {
  const text = printedAt(tagged, value);
  return text === null || text === tagged.figure.text ? [] : [[tagged.figure.id, text]];
}

function placeOf(fact: NumberFact, figures: FiguresByFact): Draft['at'] {
  return figures.get(fact)?.figure.id ?? [fact.start, fact.end];
}

function placeOfFact(fact: NumberFact, figures: FiguresByFact): RelatedPlace {
  const figure = figures.get(fact)?.figure ?? null;
  const { start, end } = figure ?? fact;
  return { figure: figure?.id ?? null, start, end, note: `tagged ${fact.value}` };
}

/** A total that is not what the linkbase adds up. */
export function calculationDraft(failed: CalculatedTotal, figures: FiguresByFact): Draft {
  const { total, parts, sum, calculation, elsewhere } = failed;
  const suspects = [total, ...parts.map(({ fact }) => fact)].flatMap((fact) => figures.get(fact) ?? []);
  const difference = Decimal.parse(total.value).minus(sum);
  const shown = figures.get(total);
  const printed = shown?.figure.text ?? total.value;
  const expected = (shown === undefined ? null : printedAt(shown, sum)) ?? sum.toString();
  const repairs = suspects.flatMap((tagged) => {
    const weight = parts.find(({ fact }) => fact === tagged.fact)?.weight;
    const value = Decimal.parse(tagged.fact.value);
    // A part takes the whole difference: weights are one or minus one.
    if (weight === undefined) return repairOf(tagged, sum);
    return repairOf(tagged, weight.sign() < 0 ? value.minus(difference) : value.plus(difference));
  });
  const period = total.context?.period ?? null;
  return {
    message: 'calculation',
    values: {
      printed,
      expected,
      fact: conceptName(total.concept),
      period: period === null ? '' : ` of ${periodName(period)}`,
      count: String(parts.length),
    },
    severity: severityOf(failed),
    at: placeOf(total, figures),
    suspects: suspects.map(({ figure }) => figure.id),
    repairs: Object.fromEntries(repairs),
    printed,
    expected,
    related: parts.slice(0, MOST_EVIDENCE).map(({ fact }) => placeOfFact(fact, figures)),
    evidence: [
      `${total.concept} ${total.value}`,
      ...parts.slice(0, MOST_EVIDENCE).map(({ fact, weight }) => `${weight} × ${fact.concept} ${fact.value}`),
      `sum ${sum}, difference ${difference}`,
      `stated by the linkbase in ${calculation.role}`,
      `the same holds in ${elsewhere.holds} other contexts${period === null ? '' : `; this one ends on ${formatDayLong(lastDayOf(period))}`}`,
    ],
  };
}

/** What holds in other contexts over the same parts must hold here; a sum that lacks a part proves little. */
function severityOf({ elsewhere, parts, calculation }: CalculatedTotal): Severity {
  if (elsewhere.holds > 0 && elsewhere.fails === 0) return 'error';
  return parts.length === calculation.contributors.length ? 'warning' : 'info';
}
