import { Decimal, Fraction } from '../../value/index.js';
import type { FindingDraft } from '../check.js';
import type { Holding, HoldingColumns } from './holdings.js';
import type { Outstanding } from './outstanding.js';

/** "*" for less than 1% beside more than that. */
export function markDraft(
  { held, mark }: Holding,
  { perPercent, name }: Outstanding,
  notes: HoldingColumns['table']['notes'],
): FindingDraft<'mark'>[] {
  if (mark === null || !notes.some(({ text }) => LESS_THAN_ONE.test(text))) return [];
  const share = Fraction.fromDecimal(Decimal.parse(held.value)).over(perPercent.high ?? perPercent.low);
  if (share.compare(ONE) < 0) return [];
  const expected = `${share.rounded(1, 'half-up')}%`;
  return [
    {
      message: 'mark',
      values: { printed: '*', expected, held: held.text, outstanding: name },
      severity: 'warning',
      at: mark,
      suspects: [held.id],
      printed: '*',
      expected,
    },
  ];
}

const LESS_THAN_ONE = /\bless\s+than\s+(?:1(?:\.0+)?\s*%|1\s+percent|one\s+percent)/i;
const ONE = Fraction.of(1n);
