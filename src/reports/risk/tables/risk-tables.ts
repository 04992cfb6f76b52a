import { PERCENT, printEstimate, printNumber } from '../../../risk/index.js';
import type { InputMove, InputSource, RiskReport, RiskRun } from '../../../risk/results/risk-run.js';
import { formatDay } from '../../../value/index.js';
import { moneyOf } from '../words.js';
import { columns, type ReportTable } from './report-table.js';
import { mainLevel } from './summary-tables.js';

/** Each risk by itself: how likely it costs anything, how much, and in a bad year. */
export function risksTable(run: RiskRun): ReportTable {
  const cells = new Map(run.heatMap.cells.map((cell) => [cell.risk, cell]));
  const money = moneyOf(run, run.register.currency);
  return {
    title: 'The risks by themselves',
    columns: columns(
      'Risk',
      '?Category',
      '?Model',
      `>Mean effect, ${money.text}`,
      '>Chance of a loss',
      '>Mean loss where any',
      '?>Bad year (1 in 20 of those)',
    ),
    rows: run.risks.map(({ risk, category, kind, effect, effectOn }) => {
      const cell = cells.get(risk);
      const isMoney = effectOn !== 'ads-value' && effectOn !== 'none';
      return [
        risk,
        category,
        kind,
        effect === null || !isMoney ? '' : printEstimate(effect.mean, money),
        cell === undefined ? '' : printEstimate(cell.probability, PERCENT),
        cell === undefined ? '' : printEstimate(cell.size, money),
        cell === undefined ? '' : printEstimate(cell.badYear, money),
      ];
    }),
    notes: [
      'Effects are on income before tax, or on other comprehensive income where a risk does not touch income. Risks that act together (shared events, correlations, one raising another) do not add up line by line.',
    ],
  };
}

/** The register: who answers for what. */
export function registerTable(run: RiskRun): ReportTable {
  return {
    title: 'Register',
    columns: columns('Risk', 'Heading', 'Category', 'Owner', 'Review', 'Controls', 'Model', 'Source'),
    rows: run.risks.map((risk) => [
      risk.risk,
      risk.heading,
      risk.category,
      risk.owner ?? 'open',
      risk.review === null ? 'open' : formatDay(risk.review),
      risk.controls
        .map(({ name, status }) => `${name} (${status === 'in-place' ? 'in place' : 'planned'})`)
        .join('; '),
      risk.model.join('; '),
      risk.source ?? '',
    ]),
    notes: [],
  };
}

export function inputsTable(run: RiskRun): ReportTable {
  return {
    title: 'Inputs and where they come from',
    columns: columns('Input', '>Value', 'Source', 'Used by'),
    rows: run.inputs.map(({ name, value, source, usedBy }) => [
      name,
      value,
      sourceText(source),
      usedBy.join(', '),
    ]),
    notes: [],
  };
}

/** "disclosed: ¥6.4 billion, report.txt:120", "assumption: … (R. Aoki, 2026-04-20)". */
export function sourceText(source: InputSource): string {
  if (source.kind === 'figure') {
    return `disclosed: ${source.text}${source.place === null ? '' : `, ${source.place}`}`;
  }
  const by = [source.author, source.date === null ? null : formatDay(source.date)].filter(
    (part) => part !== null,
  );
  return `assumption: ${source.text}${by.length === 0 ? '' : ` (${by.join(', ')})`}`;
}

/** What connects the risks: shared events, one raising another. */
export function linksTable(run: RiskRun): ReportTable | null {
  const shared = run.sharedEvents.map(({ name, perYear, occurs, risks }) => [
    name,
    occurs === null
      ? `${printNumber(perYear, undefined, 3)} a year`
      : occurs
        ? 'in every trial'
        : 'in no trial',
    risks.join(', '),
  ]);
  const raises = run.risks.flatMap(({ risk, raises: raised }: RiskReport) =>
    raised.map(({ risk: other, times, atMost }) => [
      risk,
      `each time: frequency × ${times}, at most × ${atMost}`,
      other,
    ]),
  );
  if (shared.length + raises.length === 0) return null;
  return {
    title: 'What connects the risks',
    columns: columns('Cause', 'How', 'Risks'),
    rows: [...shared, ...raises],
    notes:
      run.simulation.dependence === null ? [] : [`Correlations act through a ${run.simulation.dependence}.`],
  };
}

/** Each risk at its own 5% and 95%, the others at their mean. */
export function tornadoTable(run: RiskRun, tornado: RiskRun['tornadoes'][number]): ReportTable {
  const money = moneyOf(run, tornado.unit);
  const level = (part: number) => printNumber(part, PERCENT, 3);
  return {
    title: `Each risk at its ${level(tornado.lowLevel)} and ${level(tornado.highLevel)}`,
    columns: columns('Risk', `>Low, ${money.text}`, '>High'),
    rows: tornado.bars.map(({ risk, low, high }) => [
      risk,
      printEstimate(low, money),
      printEstimate(high, money),
    ]),
    notes: ['The other risks stand at their mean effect; changes are from all at their mean.'],
  };
}

/** Which guess matters. */
export function inputTornadoTable(run: RiskRun): ReportTable | null {
  const tornado = run.inputTornado;
  if (tornado === null || tornado.bars.length === 0) return null;
  const money = moneyOf(run, tornado.unit);
  const felt = tornado.bars.filter(({ low, high }) => [low, high].some(moves));
  const still = tornado.bars.filter(({ low, high }) => ![low, high].some(moves));
  return {
    title: 'Which input matters',
    columns: columns(
      'Input',
      'Moved by',
      `>Mean changes by, ${money.text}`,
      `>Value at risk ${printNumber(tornado.level, PERCENT)} changes by`,
    ),
    rows: felt.flatMap(({ input, low, high }) =>
      [low, high].map((move, nth) => [
        nth === 0 ? input : '',
        move.text,
        printEstimate(move.mean, money),
        move.valueAtRisk.value === null ? '' : printEstimate(move.valueAtRisk, money),
      ]),
    ),
    notes: [
      `On ${tornado.measure.replaceAll('-', ' ')}, with the same random numbers before and after: the errors are those of the differences.`,
      ...(still.length === 0
        ? []
        : [`Moving these changes nothing of it: ${still.map(({ input }) => input).join(', ')}.`]),
    ],
  };
}

/** Whether any trial came out differently. */
function moves({ mean, valueAtRisk }: InputMove): boolean {
  return [mean, valueAtRisk].some(
    ({ value, standardError }) => (value ?? 0) !== 0 || (standardError ?? 0) !== 0,
  );
}

/** Scenarios and controls against the run. */
export function comparisonsTable(run: RiskRun): ReportTable | null {
  if (run.comparisons.length === 0) return null;
  const level = printNumber(mainLevel(run), PERCENT);
  const money = moneyOf(run, run.register.currency);
  return {
    title: 'Scenarios and controls',
    columns: columns(
      'Case',
      'Measure',
      `>Mean changes by, ${money.text}`,
      `>Value at risk ${level} changes by`,
      '>Chance of a loss changes by',
    ),
    rows: run.comparisons.flatMap(({ name, measures, net, costPerYear }) => [
      ...measures
        .filter(({ measure }) => measure === 'operating-income' || measure === 'net-income')
        .map(({ measure, mean, valueAtRisk, probabilityOfLoss }, nth) => [
          nth === 0 ? name : '',
          measure === 'net-income' ? 'net income' : 'operating income',
          printEstimate(mean, money),
          printEstimate(valueAtRisk, money),
          probabilityOfLoss === null ? '' : printEstimate(probabilityOfLoss, PERCENT),
        ]),
      ...(net === null || costPerYear === null
        ? []
        : [
            [
              '',
              `worth a year after its cost of ${printNumber(costPerYear, money)}`,
              printEstimate(net, money),
              '',
              '',
            ],
          ]),
    ]),
    notes: [
      `Against this run, trial by trial with the same random numbers. A positive change of the value at risk is more risk. "Without: …" shows what a control in place prevents.`,
    ],
  };
}
