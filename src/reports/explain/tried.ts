import type { CheckedFigure, CheckResult, Undecided } from '../../checks/check.js';
import type { Figure } from '../../filing/filing.js';

/** What a check looked for at an unsupported figure and did not find, or why it did not run. */
export type Tried = Omit<Undecided, 'figure'> & { readonly check: string };

/** What convenience translations are into (Regulation S-X Rule 3-20). */
const TRANSLATED = 'USD';

type Fits = (figure: Figure) => boolean;

const inTable: Fits = ({ where }) => 'table' in where;
const inText: Fits = ({ where }) => 'block' in where;
const isAmount: Fits = ({ unit }) => unit !== 'date' && unit !== 'year';
const isPercent: Fits = ({ unit }) => unit === 'percent' || unit === 'bp';
const isRate: Fits = ({ unit }) => /^[A-Z]{3}\/[A-Z]{3}$/.test(unit);
const isPerShare: Fits = ({ unit }) => /\/(?:share|ADS)$/.test(unit);

/** What each check that ticks figures needs to find, and at which figures it looks. */
const LOOKED_FOR: readonly (readonly [check: string, looksAt: Fits, missing: string])[] = [
  ['exchange-rate-table', both(inTable, isRate), 'no heading says which official rate it is'],
  ['exchange-rate-quote', both(inText, isRate), 'its sentence does not say of which day and source it is'],
  ['footing', both(inTable, isAmount), 'no sum down its column that holds has it as total or line'],
  ['cross-footing', both(inTable, isAmount), 'no sum along its row that holds has it as total or part'],
  [
    'roll-forward',
    both(inTable, isAmount),
    'it is in no opening balance with movements and a closing balance',
  ],
  ['change', both(inTable, isAmount), 'it is no change between two amounts beside it'],
  ['percent-change', both(inTable, isPercent), 'it is no change in percent between two amounts beside it'],
  ['percent-of-total', both(inTable, isPercent), 'it is no part in percent of a total beside it'],
  [
    'ratio',
    both(inTable, (figure) => isPercent(figure) || figure.unit === 'multiple'),
    'it is no quotient of two lines of its table',
  ],
  ['per-share', both(inTable, isPerShare), 'it is no quotient of earnings and shares of its table'],
  ['average', both(inTable, isAmount), 'it is no average of amounts beside it'],
  ['ownership', both(inTable, isPercent), 'it is no percentage of shares held beside it'],
  [
    'convenience-translation',
    ({ unit }) => unit === 'USD',
    'no amount beside it translates into it at a stated rate',
  ],
  [
    'sentence',
    both(inText, isAmount),
    'its sentence states no sum, change, share or multiple of figures that gives it',
  ],
  ['articulation', both(inTable, isAmount), 'no other statement has a line of the same fact'],
  ['tie-out', isAmount, 'no other place states the same fact: the same words, period and unit'],
  ['date', ({ unit }) => unit === 'date', 'no weekday stands beside it'],
];

function both(one: Fits, other: Fits): Fits {
  return (figure) => one(figure) && other(figure);
}

/** What was tried at a figure that no check confirms; empty for any other. */
export function triedAt(
  { undecided, checksNotRun, findings, filing }: CheckResult,
  checked: CheckedFigure,
): Tried[] {
  const { figure, status } = checked;
  if (status !== 'unsupported') return [];
  const told = new Set(undecided.filter((each) => each.figure === figure.id).map(({ check }) => check));
  const named = new Set(
    findings
      .filter((each) => each.related.some((place) => place.figure === figure.id))
      .map(({ check }) => check),
  );
  const idle = new Map(checksNotRun.map(({ check, reason }) => [check, reason]));
  return LOOKED_FOR.flatMap(([check, looksAt, missing]) => {
    if (check === 'convenience-translation' && filing.cover.currency === TRANSLATED) return [];
    if (!looksAt(figure) || told.has(check) || named.has(check)) return [];
    const reason = idle.get(check);
    return [{ check, reason: reason === undefined ? missing : `did not run: ${reason}` }];
  });
}

/** Amounts as large as an unsupported one in the same unit: places to look at, no confirmation. */
export function sameAmounts({ figures }: CheckResult, { figure, status }: CheckedFigure): CheckedFigure[] {
  if (status !== 'unsupported' || figure.value === '0' || !isAmount(figure)) return [];
  const size = sizeOf(figure);
  return figures.filter(
    (other) =>
      other.figure !== figure &&
      other.status !== 'label' &&
      other.figure.unit === figure.unit &&
      sizeOf(other.figure) === size,
  );
}

function sizeOf({ value }: Figure): string {
  return value.startsWith('-') ? value.slice(1) : value;
}
