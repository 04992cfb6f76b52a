import { reprint } from '../arithmetic/reprint.js';
import { typingSlip } from '../arithmetic/typing-slip.js';
import type { CheckOutcome, FindingDraft } from '../check.js';
import type { LaneCell } from './lanes.js';
import { meantFor } from './meant-number.js';
import { meanFits, type PlainAverages } from './plain-averages.js';
import { recalculated, relatedTo } from './recalculated.js';

type PlainAverage = PlainAverages['judged'][number];

/** Ticks of the means that come out, where enough do to show what they are of. */
export function meanTicks(averages: PlainAverages): CheckOutcome['ticks'][number][] {
  const { fits, misses, isOfYears, judged } = averages;
  const isShown = misses <= 1 && (fits >= 2 || (fits === 1 && misses === 0 && isOfYears));
  if (!isShown) return [];
  return judged.flatMap(({ average, parts, agreement, expected }) =>
    agreement === 'exact'
      ? [recalculated(average, agreement, `mean of ${parts.length} numbers`, parts, expected)]
      : [],
  );
}

/**
 * The one mean that does not come out. Where no other shows the formula, the columns must be years and a slip of one
 * digit explain it; whether that is certain depends on whether words say what the average is of.
 */
export function meanFindings(averages: PlainAverages): FindingDraft<'mean'>[] {
  const { fits, misses, isOfYears, isStated, judged } = averages;
  const wrong = judged.find(({ agreement }) => agreement === null);
  if (misses !== 1 || wrong === undefined) return [];
  const isPlain = fits >= 3 && wrong.far;
  const isAlone = fits === 0 && judged.length === 1 && isOfYears;
  if (!isPlain && !((fits >= 2 || isAlone) && isSlip(wrong))) return [];
  const draft = finding(wrong, averages);
  return [isAlone && !isStated ? { ...draft, severity: 'warning' } : draft];
}

function finding({ average, parts, expected }: PlainAverage, { lanes }: PlainAverages): FindingDraft<'mean'> {
  const { figure } = average.quantity;
  const wanted = reprint(figure, expected.coefficient);
  return {
    message: 'mean',
    values: {
      printed: figure.text,
      expected: wanted,
      average: figure.text,
      count: `${parts.length}`,
      side: lanes.axis === 'column' ? 'in this row' : 'in this column',
    },
    at: figure.id,
    suspects: [average, ...parts].map(({ quantity }) => quantity.figure.id),
    repairs: { [figure.id]: wanted, ...partRepairs({ average, parts }) },
    printed: figure.text,
    expected: wanted,
    related: parts.map(({ quantity }) => relatedTo(quantity.figure, 'a part')),
    evidence: [`the mean of ${parts.map(({ quantity }) => quantity.figure.text).join(', ')} is ${wanted}`],
  };
}

/** The parts as they may have been meant, where a slip of one digit explains the miss. */
function partRepairs({ average, parts }: Pick<PlainAverage, 'average' | 'parts'>): Record<string, string> {
  const repairs: Record<string, string> = {};
  for (const part of parts) {
    const { quantity, printed } = part;
    const meant = meantFor(printed.coefficient, (coefficient) => {
      const other: LaneCell = { quantity, printed: { ...printed, coefficient } };
      return meanFits({ average, parts: parts.map((each) => (each === part ? other : each)) });
    });
    if (meant !== null) repairs[quantity.figure.id] = reprint(quantity.figure, meant);
  }
  return repairs;
}

function isSlip(wrong: PlainAverage): boolean {
  const { coefficient } = wrong.average.printed;
  if (Math.abs(coefficient) >= 10 && typingSlip(coefficient, wrong.expected.coefficient) !== null)
    return true;
  return Object.keys(partRepairs(wrong)).length > 0;
}
