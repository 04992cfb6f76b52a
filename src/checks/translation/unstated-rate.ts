import type { Fraction, ShorteningHabit } from '../../value/index.js';
import type { Tick } from '../check.js';
import type { TranslatedLine } from './dollar-columns.js';
import { impliedRate, type Translation } from './fit.js';
import { ImpliedRate, type SharedRate, sharedRate } from './implied-rate.js';
import { sharpSides } from './sharpness.js';

/** Lines of the columns of dollars that agree on one rate which the report does not state. */
export interface SharedReading {
  readonly habit: ShorteningHabit;
  readonly fitting: readonly FittingLine[];
  /** Lines printed as precisely that imply another rate. */
  readonly misfits: readonly Translation[];
  /** What the others all imply. */
  readonly rate: ImpliedRate;
}

export interface FittingLine {
  readonly translation: Translation;
  /** What all other lines that fit imply. */
  readonly others: ImpliedRate;
}

/** So many lines, and nine in ten of those that tell a rate, do not share one by chance. */
const FEWEST = 8;

/** The rate on which the lines agree when amounts are read as rounded or, where only that fits, as cut off; null where they do not. */
export function sharedReading(lines: readonly TranslatedLine[], shift: number): SharedReading | null {
  const translations = lines.map((line) => ({
    ...line,
    translated: 'dollars' as const,
    approximate: false,
    shift,
  }));
  const [rounded, truncated] = (['rounded', 'truncated'] as const).map((habit) =>
    readAs(translations, habit),
  );
  const best = (truncated?.fitting.length ?? 0) > (rounded?.fitting.length ?? 0) ? truncated : rounded;
  return best ?? null;
}

function readAs(all: readonly Translation[], habit: ShorteningHabit): SharedReading | null {
  const implied = all.map((each) => impliedRate(each, habit));
  const tight = all.flatMap((_, index) => (implied[index]?.isTight() === true ? [index] : []));
  const shared = sharedRate(tight.map((index) => implied[index] as ImpliedRate));
  if (shared === null || !isShown(shared, tight.length)) return null;
  const members = new Set(shared.members.map((member) => tight[member]));
  // Small amounts fit as well; what they imply narrows nothing.
  const fitting = all.flatMap((translation, index) => {
    const own = implied[index];
    if (own === undefined || !(members.has(index) || own.overlaps(shared.rate))) return [];
    return [{ translation, own }];
  });
  const commons = withoutEach(fitting.map(({ own }) => own));
  return {
    habit,
    rate: shared.rate,
    misfits: tight.flatMap((index) => {
      const line = all[index];
      return line === undefined || members.has(index) || fitsAnyhow(line, shared.rate) ? [] : [line];
    }),
    fitting: fitting.flatMap(({ translation }, index) => {
      const others = commons[index];
      return others === undefined || others === null ? [] : [{ translation, others }];
    }),
  };
}

/** An amount per share may be rounded in a report that drops the digits of its millions. */
function fitsAnyhow(line: Translation, rate: ImpliedRate): boolean {
  return (['rounded', 'truncated'] as const).some((habit) => impliedRate(line, habit).overlaps(rate));
}

function isShown({ members }: SharedRate, all: number): boolean {
  return members.length >= FEWEST && 10 * members.length >= 9 * all;
}

/** For each of some rates that have something in common, what all the others have in common. */
function withoutEach(rates: readonly ImpliedRate[]): (ImpliedRate | null)[] {
  const lows = extremes(
    rates.map(({ low }) => low),
    1,
  );
  const highs = extremes(
    rates.flatMap(({ high }) => (high === null ? [] : [high])),
    -1,
  );
  return rates.map((rate) => {
    const low = rate.low === lows[0] ? lows[1] : lows[0];
    const high = rate.high !== null && rate.high === highs[0] ? highs[1] : highs[0];
    return low === undefined || high === undefined || low.compare(high) > 0
      ? null
      : ImpliedRate.between(low, high);
  });
}

/** The two greatest (`direction` 1) or least (-1). */
function extremes(values: readonly Fraction[], direction: 1 | -1): readonly Fraction[] {
  let [first, second]: (Fraction | undefined)[] = [];
  for (const value of values) {
    if (first === undefined || value.compare(first) * direction > 0) [second, first] = [first, value];
    else if (second === undefined || value.compare(second) * direction > 0) second = value;
  }
  return [first, second].flatMap((value) => value ?? []);
}

/** The ticks of a line: of the amount whose last digit the other lines' rate confirms. */
export function sharedTicks(
  { translation, others }: FittingLine,
  { habit, fitting }: SharedReading,
): (readonly [string, { readonly tick: Omit<Tick, 'check'> }])[] {
  const { local, dollars } = translation;
  const sides = sharpSides(translation, others, habit);
  const from =
    `at the rate on which ${fitting.length - 1} other lines agree, ${rangeText(others)} ${habit === 'truncated' ? '(digits dropped instead of rounded)' : ''}`.trim();
  const tickOf = (from_: string, input: string, recomputed: string): Omit<Tick, 'check'> => ({
    letter: 'RC',
    support: 'recomputed',
    grade: habit === 'truncated' ? 'rounding' : 'exact',
    formula: `${from_} ${from}`,
    inputs: [{ figure: input }],
    recomputed,
  });
  return [
    ...(sides.local ? [[local.id, { tick: tickOf(dollars.text, dollars.id, local.value) }] as const] : []),
    ...(sides.dollars ? [[dollars.id, { tick: tickOf(local.text, local.id, dollars.value) }] as const] : []),
  ];
}

/** "158.1801 to 158.1803". */
export function rangeText({ low, high }: ImpliedRate): string {
  const [from, to] = [low, high].map((end) => end?.rounded(SHOWN, 'half-up').toString() ?? '');
  return from === to ? `${from} per dollar` : `${from} to ${to} per dollar`;
}

const SHOWN = 4;
