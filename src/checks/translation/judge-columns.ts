import { groupedBy } from '../engine/grouped.js';
import { translationCause } from './cause.js';
import type { DollarColumn, TranslatedLine } from './dollar-columns.js';
import { confirms, doubtOf, dropsDigits, type Fitted } from './dropped-digits.js';
import { amountDraft, otherRateDraft, sharedMisfits, unstatedDraft } from './findings.js';
import { fitOf, sizeOf, type Translation, translationTick } from './fit.js';
import type { Verdicts } from './judge-sentences.js';
import type { TranslationRates } from './official-rates.js';
import { sharpSides } from './sharpness.js';
import { fewRates, type StatedRate } from './stated-rate.js';
import type { TranslationStatements } from './statements.js';
import { sharedReading, sharedTicks } from './unstated-rate.js';

/** The verdicts on every line of the columns of dollars, each line by itself: translated lines need not foot. */
export function judgeColumns(
  columns: readonly DollarColumn[],
  statements: TranslationStatements,
  rates: TranslationRates,
): Verdicts {
  const readings = columns.map((column) => readColumn(column, statements));
  const truncates = dropsDigits(readings.flatMap(({ reading }) => reading?.fitted ?? []));
  const stated = readings.flatMap(
    ({ reading }): Verdicts => (reading === null ? [] : judgeReading(reading, truncates, rates)),
  );
  return [...stated, ...judgeUnstated(readings.filter(({ reading }) => reading === null))];
}

/** Columns for which no rate is stated, taken together: a report translates at one rate. */
function judgeUnstated(
  columns: readonly { readonly lines: readonly TranslatedLine[]; readonly shift: number }[],
): Verdicts {
  const byShift = groupedBy(columns, ({ shift }) => shift);
  return [...byShift].flatMap(([shift, own]): Verdicts => {
    const lines = own.flatMap((column) => column.lines);
    const reading = sharedReading(lines, shift);
    if (reading === null) {
      const reason = 'no rate is stated for the column of dollars';
      return lines.map(({ dollars }) => [dollars.id, { reason }]);
    }
    return [
      ...reading.fitting.flatMap((line) => sharedTicks(line, reading)),
      ...reading.misfits.map((line): Verdicts[number] => [
        line.dollars.id,
        { finding: unstatedDraft(line, reading) },
      ]),
    ];
  });
}

function judgeReading(reading: Reading, truncates: boolean, rates: TranslationRates): Verdicts {
  const { fitted, misfits, rate, isOnlyRate, isGuess } = reading;
  const all = fitted.length + misfits.length;
  const isShown = fitted.length >= FEWEST && 5 * fitted.length >= 4 * all;
  const fits = fitted.flatMap((each): Verdicts => {
    const { id } = each.translation.dollars;
    // A scale of our own guess needs lines enough to bear it out.
    if (!isShown && isGuess) return [[id, { reason: 'too few lines to tell the rate of this column' }]];
    if (!confirms(each.fit, truncates)) return [[id, { reason: doubtOf(each.fit) }]];
    return ticksOf(each, rate, truncates);
  });
  if (isShown) return [...fits, ...misfits.map((line) => wrongLine(line, reading, rates))];
  const shared = sharedMisfits(misfits);
  const open = misfits.map(({ dollars }): Verdicts[number] => [
    dollars.id,
    { reason: 'the lines of this column do not show that it is translated at the stated rate' },
  ]);
  const isOther = shared !== null && isOnlyRate && 5 * shared.members.length >= 4 * all;
  if (!isOther) return [...fits, ...open];
  const together = shared.members.flatMap((index) => misfits[index] ?? []);
  const finding = otherRateDraft(together, shared.rate, rate, {
    supporters: fitted.length,
    severity: 'warning',
    rates,
  });
  // Where nothing speaks for the rate, it may be the one that is wrong, as the sentences may show as well.
  const suspects = fitted.length === 0 && !rates.isOfficial(rate) ? [rate.figure.id] : [];
  const at = together[0]?.dollars.id ?? finding.at;
  return [...fits, ...open, [rate.figure.id, { finding: { ...finding, at, suspects } }]];
}

/** The tick of the amount that the rate confirms to its last digit, or why it confirms neither. */
function ticksOf({ translation, fit }: Fitted, rate: StatedRate, truncates: boolean): Verdicts {
  const { local, dollars } = translation;
  const tick = translationTick(translation, rate, fit);
  if (fit === 'exact' && !truncates) return [[dollars.id, { tick }]];
  const sides = sharpSides(translation, rate.meant, truncates ? 'truncated' : 'rounded');
  if (sides.dollars) return [[dollars.id, { tick }]];
  const open: Verdicts = [[dollars.id, { reason: 'agrees with the stated rate, as would its neighbours' }]];
  if (!sides.local) return open;
  const inputs = [{ figure: dollars.id }, { figure: rate.figure.id }];
  const formula = `${tick.formula}, in reverse: ${dollars.text}`;
  return [[local.id, { tick: { ...tick, formula, inputs, recomputed: local.value } }], ...open];
}

/** A column shows its rate where three lines fit it, and four in five of all. */
const FEWEST = 3;

/** A column as read at one rate and one scale. */
interface Reading {
  readonly rate: StatedRate;
  readonly shift: number;
  readonly fitted: readonly Fitted[];
  readonly misfits: readonly Translation[];
  /** Whether no other rate may be meant: there is one, and the column is of the latest year. */
  readonly isOnlyRate: boolean;
  /** Whether its scale is told by its lines alone. */
  readonly isGuess: boolean;
}

/** The reading of a column that lets most lines fit: the rate nearest to it and the plainest scale, of equals. */
function readColumn(
  column: DollarColumn,
  statements: TranslationStatements,
): {
  readonly lines: readonly TranslatedLine[];
  readonly reading: Reading | null;
  readonly shift: number;
} {
  const lines = column.lines.filter(isTranslation);
  let reading: Reading | null = null;
  const rates = ratesFor(column, statements);
  const shifts = new Set(column.statedShift === null ? SHIFTS : [column.statedShift, ...SHIFTS]);
  const isOnlyRate = rates.length === 1 && column.year === column.latestYear;
  for (const rate of rates) {
    for (const shift of shifts) {
      const isGuess = shift !== 0 && shift !== column.statedShift;
      const tried = { ...readAs(lines, rate, shift), isOnlyRate, isGuess };
      if (reading === null || tried.fitted.length > reading.fitted.length) reading = tried;
    }
  }
  return { lines, reading, shift: column.statedShift ?? 0 };
}

/** Millions beside thousands, where a heading's scale was not read. */
const SHIFTS = [0, 3, -3, 6, -6];

function readAs(
  lines: readonly TranslatedLine[],
  rate: StatedRate,
  shift: number,
): Omit<Reading, 'isOnlyRate' | 'isGuess'> {
  const fitted: Fitted[] = [];
  const misfits: Translation[] = [];
  for (const line of lines) {
    const translation = translationOf(line, shift);
    // Amounts per share stand in full beside amounts in thousands.
    const fit = fittedAt(translation, rate) ?? (shift === 0 ? null : fittedAt(translationOf(line, 0), rate));
    if (fit === null) misfits.push(translation);
    else fitted.push(fit);
  }
  return { rate, shift, fitted, misfits };
}

function fittedAt(translation: Translation, rate: StatedRate): Fitted | null {
  const fit = fitOf(translation, rate);
  return fit === null ? null : { translation, rate, fit };
}

/** A rate printed with the table goes before the report's, where both fit as well. */
function ratesFor(column: DollarColumn, statements: TranslationStatements): StatedRate[] {
  const currencies = new Set(
    column.lines.map(({ local }) => local.unit.slice(0, 3)).filter((unit) => /^[A-Z]{3}$/.test(unit)),
  );
  const stated = [...statements.rates.values()].flat();
  return fewRates([...column.rates, ...stated]).filter(
    ({ currency }) => currencies.size === 0 || currencies.has(currency),
  );
}

function translationOf({ local, dollars }: TranslatedLine, shift: number): Translation {
  return { local, dollars, translated: 'dollars', approximate: false, shift };
}

function wrongLine(line: Translation, { rate, fitted }: Reading, rates: TranslationRates): Verdicts[number] {
  const cause = translationCause(line, rate, rates.knownBeside(rate));
  const finding = amountDraft(line, rate, {
    severity: 'error',
    cause,
    support: [`${fitted.length} other lines of the column fit the stated rate`],
  });
  return [line.dollars.id, { finding }];
}

/** Counts and ratios stand unchanged in both columns, and say in their label what they are. */
function isTranslation({ local, dollars }: TranslatedLine): boolean {
  const [one, other] = [sizeOf(local).value, sizeOf(dollars).value];
  if (one.equals(other) && one.sign() !== 0) return false;
  return dollars.unit !== 'pure' || !UNTRANSLATED.test(dollars.label);
}

const UNTRANSLATED =
  /\b(?:number|shares\s+(?:outstanding|issued)|weighted|employees|ratio|margin|percent\w*|rate)\b|%/i;
