import type { RateStatisticName } from '../../rates/rate-source.js';
import type { FindingDraft } from '../check.js';
import type { Verdict } from '../engine/verdict.js';
import type { AverageMethods } from './average-method.js';
import { columnsOf, type RateCell } from './rate-cells.js';
import { periodOfCell, type Recomputable, recomputations } from './recomputation.js';

/** What became of a cell, and what it was compared by; null where it could not be compared. */
export interface JudgedCell<MessageId extends string> {
  readonly cell: RateCell;
  readonly compared: Recomputable | null;
  readonly verdict: Verdict<MessageId>;
}

/** With fewer cells a column fits another statistic by chance. */
const FEWEST_CELLS = 3;
/** A report names this many suspects of one finding. */
const SUSPECTS = 3;

const STATISTICS: readonly RateStatisticName[] = ['high', 'low', 'average', 'period-end'];

/**
 * A whole column that holds another statistic than its heading says is one finding, not one for each cell: the
 * verdicts to stand in place of the cells' own, null for a further suspect of that finding.
 */
export function verdictsOnHeadings<MessageId extends string>(
  judged: readonly JudgedCell<MessageId>[],
  methods: AverageMethods,
): Map<RateCell, Verdict<'heading'> | null> {
  const verdicts = new Map<RateCell, Verdict<'heading'> | null>();
  for (const column of columnsOf(judged, ({ cell }) => cell)) {
    const compared = column.flatMap((each) => each.compared ?? []);
    const differing = column.flatMap((each) => ('finding' in each.verdict ? (each.compared ?? []) : []));
    const [first] = differing;
    const held = statisticHeld(compared, differing, methods);
    if (first === undefined || held === null) continue;
    verdicts.set(first.cell, { finding: headingFinding(first, differing, held, methods) });
    const reason = `one of ${differing.length} figures headed ${first.cell.statistic} that are the ${held} of their periods`;
    differing.slice(1).forEach(({ cell }, index) => {
      verdicts.set(cell, index + 1 < SUSPECTS ? null : { reason });
    });
  }
  return verdicts;
}

/**
 * The statistic that a whole column holds in place of the one that its heading names: most of its cells differ from
 * what the heading says, and every one of them is exactly this. Null where there is none. Then not the figures are
 * wrong but the heading, or the order of the columns.
 */
function statisticHeld(
  column: readonly Recomputable[],
  differing: readonly Recomputable[],
  methods: AverageMethods,
): RateStatisticName | null {
  if (column.length < FEWEST_CELLS || differing.length * 2 <= column.length) return null;
  const fits = (each: Recomputable, name: RateStatisticName) =>
    recomputations(each, methods, name).some(({ comparison }) => comparison.agrees);
  const named = column[0]?.cell.statistic;
  return STATISTICS.find((name) => name !== named && column.every((each) => fits(each, name))) ?? null;
}

function headingFinding(
  first: Recomputable,
  differing: readonly Recomputable[],
  held: RateStatisticName,
  methods: AverageMethods,
): FindingDraft<'heading'> {
  const { statistic, figure } = first.cell;
  const isExchange = [statistic, held].sort().join() === 'high,low';
  return {
    message: 'heading',
    values: { statistic, count: String(differing.length), held },
    at: figure.id,
    suspects: differing.map(({ cell }) => cell.figure.id),
    printed: figure.text,
    expected: expectedOf(first, methods),
    cause: isExchange ? 'high and low exchanged' : `the ${held} of the same period`,
    evidence: differing.map((each) => {
      const { text } = each.cell.figure;
      return `${periodOfCell(each)}: ${text} is the ${held}; the ${statistic} is ${expectedOf(each, methods)}`;
    }),
  };
}

function expectedOf(compared: Recomputable, methods: AverageMethods): string {
  return recomputations(compared, methods)
    .map(({ comparison }) => comparison.expected.toString())
    .join(' or ');
}
