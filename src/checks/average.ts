/*
 * An average is not that of the numbers it stands beside: the price in the total line of share purchases that is not
 * weighted by their numbers, or a column headed "Average" from which a year was left out.
 *
 * Authority: Form 20-F Item 16E; Regulation S-K Item 703 (purchases of equity securities); PCAOB AS 1105.19.
 */
import type { Filing } from '../filing/filing.js';
import { reprint } from './arithmetic/reprint.js';
import {
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
  type FindingDraft,
} from './check.js';
import { notRun } from './engine/verdict.js';
import { meanFindings, meanTicks } from './recalculation/plain-average-outcome.js';
import { plainAverages } from './recalculation/plain-averages.js';
import { recalculated, relatedTo } from './recalculation/recalculated.js';
import { quotientAt } from './recalculation/verdict.js';
import { type WeightedAverage, weightedAverages } from './recalculation/weighted-averages.js';

const meta: CheckMeta = {
  id: 'average',
  title: 'Averages are those of the lines and columns that they are of',
  severity: 'error',
  basis: 'Form 20-F Item 16E; Regulation S-K Item 703; PCAOB AS 1105.19 on recalculation',
  since: '0.1.0',
  needs: ['tables'],
};

const messages = {
  differs:
    'Unexpected {printed}, expected {expected}: the prices of {count} lines, weighted by their numbers, do not average {average}. Check the prices and the numbers.',
  mean: 'Unexpected {printed}, expected {expected}: the mean of the {count} numbers {side} is not {average}. Check each of them.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  const averages = weightedAverages(filing);
  const means = plainAverages(filing);
  if (averages.length === 0 && means.length === 0) return notRun('no table states an average of its numbers');
  return {
    ticks: [...averages.flatMap(tick), ...means.flatMap(meanTicks)],
    findings: [...averages.filter(({ far }) => far).map(finding), ...means.flatMap(meanFindings)],
    undecided: [],
    notRun: null,
  };
}

function tick(weighted: WeightedAverage): CheckOutcome['ticks'][number][] {
  const { average, lines, agreement } = weighted;
  if (agreement === null) return [];
  const formula = `average of ${lines.length} prices weighted by their numbers`;
  const inputs = lines.flatMap(({ number, price }) => [number, price]);
  return [recalculated(average, agreement, formula, inputs, expectedOf(weighted))];
}

function expectedOf({ average, total, sum }: WeightedAverage) {
  const { exponent } = average.printed;
  return quotientAt({ coefficient: sum, exponent }, { ...total.printed, exponent: 0 }, exponent);
}

/** The numbers add up to their total, so that one of the prices is the wrong one. */
function finding(weighted: WeightedAverage): FindingDraft<MessageId> {
  const { average, lines } = weighted;
  const { figure } = average.quantity;
  const expected = reprint(figure, expectedOf(weighted).coefficient);
  return {
    message: 'differs',
    values: { printed: figure.text, expected, average: figure.text, count: `${lines.length}` },
    at: figure.id,
    suspects: [figure.id, ...lines.map(({ price }) => price.quantity.figure.id)],
    repairs: { [figure.id]: expected, ...priceRepairs(weighted) },
    printed: figure.text,
    expected,
    related: lines.slice(0, 12).map(({ price }) => relatedTo(price.quantity.figure, 'price of a line')),
    evidence: lines
      .slice(0, 12)
      .map(({ number, price }) => `${number.quantity.figure.text} at ${price.quantity.figure.text}`),
  };
}

/** What each price would have to be for the average to come out, to the nearest step. */
function priceRepairs({ average, total, lines, sum }: WeightedAverage): Record<string, string> {
  const missing = average.printed.coefficient * total.printed.coefficient - sum;
  return Object.fromEntries(
    lines.flatMap(({ number, price }) => {
      const { figure } = price.quantity;
      const steps = price.printed.coefficient + Math.round(missing / number.printed.coefficient);
      return steps > 0 ? [[figure.id, reprint(figure, steps)]] : [];
    }),
  );
}

const limits = [
  'Only where the lines right above a total add up to its number, each with a price.',
  'Averages over other weights are not recomputed; plain means only where a column or row is headed as nothing but an average.',
  'A plain mean that stands alone is held wrong where a slip of one digit explains it and the columns are years.',
  'An average within one unit of what rounding explains passes.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'Share purchases of a quarter',
    text: [
      'Share purchases of Harbor Lane Foods, Inc.',
      '',
      'Period\tTotal number of shares purchased\tAverage price paid per share',
      'October 2024\t120,400\t$52.18',
      'November 2024\t85,300\t$55.04',
      'December 2024\t140,900\t$49.77',
      'Total\t346,600\t$51.90',
    ].join('\n'),
    ticked: ['$51.90'],
  },
  {
    name: 'A plain mean of the prices',
    text: [
      'Share purchases of Harbor Lane Foods, Inc.',
      '',
      'Period\tTotal number of shares purchased\tAverage price paid per share',
      'October 2024\t120,400\t$52.18',
      'November 2024\t85,300\t$55.04',
      'December 2024\t140,900\t$49.77',
      'Total\t346,600\t$52.33',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected $52.33, expected $51.90: the prices of 3 lines, weighted by their numbers, do not average $52.33. Check the prices and the numbers.',
        at: '$52.33',
        suspects: ['$52.33', '$52.18', '$55.04'],
      },
    ],
  },
  {
    name: 'The average of three years with two digits swapped',
    text: [
      'The number of employees of Kitano Denki Co., Ltd. at March 31, and the average of the three years:',
      '',
      '\t2024\t2023\t2022\tAverage',
      'Factories\t2,118\t2,064\t1,997\t2,060',
      'Offices\t845\t872\t861\t859',
      'Shops\t304\t291\t287\t249',
    ].join('\n'),
    ticked: ['2,060', '859'],
    findings: [
      {
        message:
          'Unexpected 249, expected 294: the mean of the 3 numbers in this row is not 249. Check each of them.',
        at: '249',
        suspects: ['249', '304', '291'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'Numbers that do not add up weigh nothing',
    text: [
      'Share purchases of Harbor Lane Foods, Inc.',
      '',
      'Period\tTotal number of shares purchased\tAverage price paid per share',
      'October 2024\t120,400\t$52.18',
      'November 2024\t85,300\t$55.04',
      'Total\t346,600\t$52.33',
    ].join('\n'),
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
