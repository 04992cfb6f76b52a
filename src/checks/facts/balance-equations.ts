import type { Filing } from '../../filing/filing.js';
import { reprint } from '../arithmetic/reprint.js';
import { typingSlip } from '../arithmetic/typing-slip.js';
import type { CheckOutcome, FindingDraft } from '../check.js';
import { periodName } from '../engine/period-name.js';
import { type AmountFact, amountFacts, type Series } from './amount-facts.js';

type Outcome = Pick<CheckOutcome<'balance'>, 'ticks' | 'findings'>;

/**
 * Total assets equal total liabilities and equity, in every column of a balance sheet. Both are totals of other lines, so
 * that their agreement confirms both.
 */
export function balanceEquations(filing: Filing): Outcome {
  const ticks: Outcome['ticks'][number][] = [];
  const findings: FindingDraft<'balance'>[] = [];
  for (const { assets, funding } of sheetsOf(amountFacts(filing).series)) {
    const [left, right] = [assets[0], funding[0]];
    if (assets.length !== 1 || funding.length !== 1 || left === undefined || right === undefined) continue;
    for (const [key, [a]] of left.cells) {
      const b = right.cells.get(key)?.[0];
      if (a === undefined || b === undefined) continue;
      if (sameValue(a, b)) ticks.push(tick(a, b), tick(b, a));
      else if (isSlip(a, b)) findings.push(finding(a, b));
    }
  }
  return { ticks, findings };
}

interface Sheet {
  readonly assets: Series[];
  readonly funding: Series[];
}

/** The lines of both totals, by balance sheet and column of it; a balance sheet may be two tables, one over the other. */
function sheetsOf(series: readonly Series[]): Sheet[] {
  const sheets = new Map<string, Sheet>();
  for (const line of series) {
    if (line.statement !== 'balance-sheet' || line.table === null) continue;
    const side = sideOf(line.own.text);
    if (side === null) continue;
    const key = `${line.table.section}|${line.scope.strict}|${line.unit}`;
    const sheet = sheets.get(key) ?? { assets: [], funding: [] };
    sheet[side].push(line);
    sheets.set(key, sheet);
  }
  return [...sheets.values()];
}

/** "Total liabilities, redeemable noncontrolling interest and equity", "Total equity and liabilities". */
function sideOf(label: string): 'assets' | 'funding' | null {
  const lower = label.toLowerCase().trim();
  if (!lower.startsWith('total')) return null;
  if (lower === 'total assets') return 'assets';
  const hasOwners = ['equity', 'deficit', 'capital', 'investment', 'net assets'].some((word) =>
    lower.includes(word),
  );
  return hasOwners && lower.includes('liabilit') ? 'funding' : null;
}

function sameValue({ quantity: a }: AmountFact, { quantity: b }: AmountFact): boolean {
  return a.exponent === b.exponent && a.coefficient === b.coefficient;
}

function isSlip({ quantity: a }: AmountFact, { quantity: b }: AmountFact): boolean {
  return a.exponent === b.exponent && typingSlip(a.coefficient, b.coefficient) !== null;
}

function tick(place: AmountFact, other: AmountFact): Outcome['ticks'][number] {
  return {
    figure: place.figure.id,
    tick: {
      letter: 'RC',
      support: 'recomputed',
      grade: 'exact',
      formula: `assets equal liabilities and equity: ${other.series.own.text} ${other.figure.text}`,
      inputs: [{ figure: other.figure.id }],
      recomputed: other.figure.value,
    },
  };
}

function finding(assets: AmountFact, funding: AmountFact): FindingDraft<'balance'> {
  const repairs = {
    [assets.figure.id]: reprint(assets.figure, funding.quantity.coefficient),
    [funding.figure.id]: reprint(funding.figure, assets.quantity.coefficient),
  };
  const expected = repairs[assets.figure.id] ?? funding.figure.text;
  const { period } = assets.figure;
  const when = period === null ? '' : ` of ${periodName(period)}`;
  return {
    message: 'balance',
    values: { printed: assets.figure.text, expected, fact: `${assets.series.own.text}${when}` },
    at: assets.figure.id,
    suspects: [assets.figure.id, funding.figure.id],
    repairs,
    printed: assets.figure.text,
    expected,
    cause: typingSlip(assets.quantity.coefficient, funding.quantity.coefficient),
    related: [
      {
        figure: funding.figure.id,
        start: funding.figure.start,
        end: funding.figure.end,
        note: funding.series.own.text,
      },
    ],
    evidence: [assets, funding].map(({ figure, series }) => `${series.own.text}: ${figure.text}`),
  };
}
