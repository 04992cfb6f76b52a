import { Decimal } from '../../../value/index.js';
import { categoryOf } from '../categories.js';
import { scalarText } from '../edit/edit-register.js';
import type { BaseItem, DisclosedFactor, DisclosedFigure, DisclosedReport } from './disclosed.js';
import { inputLines, quantityText, sourceText } from './input-lines.js';
import {
  type DisclosedInput,
  foreignFactor,
  INTEREST_FACTOR,
  modelSkeleton,
  type SkeletonContext,
  STANDARD_LINES,
} from './model-skeleton.js';
import { Names } from './names.js';

/** Where editors find the keys: relative to a project that has the package installed. */
const SCHEMA = './node_modules/tickmark/schema/register.schema.json';
/** The words of a heading that an id is made of, and of a figure's label. */
const ID_WORDS = 4;
const INPUT_WORDS = 6;

/** The lines of new entries, without indentation: for a new register, and for one that is there. */
export interface NewEntries {
  readonly inputs: readonly string[];
  readonly risks: readonly string[];
  /** The id of each risk, in order of the factors. */
  readonly ids: readonly string[];
}

/** Risk factors as entries of a register: figures as inputs, headings as risks with a model to go on with. */
export function newEntries(
  factors: readonly DisclosedFactor[],
  taken: { readonly risks: Iterable<string>; readonly inputs: Iterable<string> },
  context: SkeletonContext,
): NewEntries {
  const [riskNames, names] = [new Names(taken.risks), new Names(taken.inputs)];
  const ids: string[] = [];
  const inputs: string[] = [];
  const risks: string[] = [];
  for (const factor of factors) {
    const id = riskNames.of(factor.heading, ID_WORDS, 'risk');
    ids.push(id);
    const own: DisclosedInput[] = [];
    const lines = factor.figures.flatMap((figure) => {
      if (quantityText(figure) === null) return [];
      const label = figure.unit === 'percent' ? `percent ${figure.label}` : figure.label;
      const name = names.of(label, INPUT_WORDS, `${id}-figure`);
      own.push({ name, figure });
      return inputLines(name, figure) ?? [];
    });
    if (lines.length > 0) inputs.push(`# ${id}`, ...lines);
    risks.push(...riskLines(id, factor, own, context));
  }
  return { inputs, risks, ids };
}

function riskLines(
  id: string,
  factor: DisclosedFactor,
  inputs: readonly DisclosedInput[],
  context: SkeletonContext,
): string[] {
  const category = categoryOf(factor.heading);
  return [
    `${id}:`,
    `  heading: ${lineText(factor.heading)}`,
    `  factor: ${scalarText(factor.key)}`,
    `  category: ${category}`,
    '  owner: open',
    '  review: open',
    '  source: { assumption: open, author: open, date: open }',
    ...modelSkeleton(category, inputs, context).map((line) => `  ${line}`),
    '',
  ];
}

/** A register to go on with. `legend` becomes its first line. */
export function registerText(report: DisclosedReport, legend: string | null): string {
  const { issuer, currency, periodEnd, factors, path } = report;
  const { inputs, risks } = newEntries(
    factors,
    { risks: [], inputs: [] },
    { lines: STANDARD_LINES, currency: currency ?? 'USD', asOf: periodEnd },
  );
  const indented = (lines: readonly string[]) => lines.map((line) => (line === '' ? '' : `  ${line}`));
  const lines = [
    ...(legend === null ? [] : [`# ${oneLine(legend)}`]),
    `# yaml-language-server: $schema=${SCHEMA}`,
    '# The register of risks, begun from the risk factors of the report below. "open" stands where something is still to',
    '# be filled in; "tickmark risk check" lists it. Each model that is commented out is the likely one for its category:',
    '# take the "#" away and fill it in, or write another.',
    'register: 1',
    `issuer: ${issuer === null ? 'open' : lineText(issuer)}`,
    `report: ${lineText(path)}`,
    `currency: ${currency ?? 'USD'}${currency === null ? ' # not found in the report: put in that of the accounts' : ''}`,
    `show: ${currency ?? 'USD'} million`,
    `as-of: ${periodEnd ?? 'open'}`,
    '',
    ...(inputs.length === 0
      ? []
      : [
          '# Disclosed figures of the risk factors: "risk check" holds each against the report.',
          'inputs:',
          ...indented(inputs),
          '',
        ]),
    ...baseLines(report.base),
    '',
    ...marketLines(
      currency ?? 'USD',
      factors.some(({ heading }) => categoryOf(heading) === 'financing'),
    ),
    'risks:',
    ...(risks.length === 0 ? ['  {}'] : indented(risks)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The plan of the year, from last year's figures where the report has them. */
function baseLines(base: DisclosedReport['base']): string[] {
  const line = (id: string, name: string, kind: string, item: BaseItem | null) => [
    `    ${id}:`,
    `      name: ${name}`,
    `      kind: ${kind}`,
    ...amountLines(item === null ? undefined : base[item], 'amount', '      '),
  ];
  const found = Object.keys(base).length > 0;
  return [
    found
      ? '# What the risks move. The figures are those of the year reported: put the plan of the coming year in their place.'
      : '# What the risks move: the plan of the coming year. Add a line for each part of it that a risk moves by itself.',
    'base:',
    '  source: { assumption: open, author: open, date: open }',
    '  lines:',
    ...line('revenue', 'Revenue', 'revenue', 'revenue'),
    ...(base.costs === undefined && base.revenue !== undefined && base['operating-income'] !== undefined
      ? costsLines(base.revenue, base['operating-income'])
      : line('costs', 'Costs and expenses', 'cost', 'costs')),
    ...line('other', 'Other income and expenses', 'other', null),
    ...line('affiliates', 'Equity in net result of affiliates', 'equity-method', null),
    ...line('securities-reserve', 'Unrealized gains on securities', 'other-comprehensive-income', null),
    ...remark(base['operating-income'], 'operating income'),
    ...remark(base['net-income'], 'net income'),
    '  tax:',
    '    rate: open',
    ...amountLines(base.equity, 'equity', '  ', false),
  ];
}

function amountLines(
  figure: DisclosedFigure | undefined,
  key: string,
  indent: string,
  hasSource = true,
): string[] {
  const text = figure === undefined ? null : quantityText(figure);
  if (figure === undefined || text === null) return [`${indent}${key}: open`];
  return [
    `${indent}${key}: ${scalarText(text, 'block')}${hasSource ? '' : ` # ${figure.text}, line ${figure.line} of the report`}`,
    ...(hasSource ? [`${indent}source: ${sourceText(figure)}`] : []),
  ];
}

/** Where the report states no total of costs, they are what lies between revenue and operating income. */
function costsLines(revenue: DisclosedFigure, income: DisclosedFigure): string[] {
  const value = Decimal.parse(revenue.value).minus(Decimal.parse(income.value)).toString();
  return [
    '    costs:',
    '      name: Costs and expenses',
    '      kind: cost',
    `      amount: ${scalarText(quantityText({ ...revenue, value }) ?? 'open', 'block')}`,
    '      source: { assumption: Revenue less operating income of the year reported, author: open, date: open }',
  ];
}

/** What the lines should come to. */
function remark(figure: DisclosedFigure | undefined, name: string): string[] {
  const text = figure === undefined ? null : quantityText(figure);
  if (figure === undefined || text === null) return [];
  return [`    # The report's ${name}: ${text} (line ${figure.line}).`];
}

function marketLines(currency: string, hasDebt: boolean): string[] {
  const { id, rates, currency: foreign } = foreignFactor(currency);
  return [
    '# Exchange rates come from the noon buying rates; other factors from a file of prices or a stated volatility.',
    'market:',
    '  source: { assumption: open, author: open, date: open }',
    '  factors:',
    `    ${id}: { name: ${currency} for one ${foreign}, rates: ${rates} }`,
    `    ${hasDebt ? '' : '# '}${INTEREST_FACTOR}: { name: Interest for three months, rate: open, volatility: open }`,
    '',
  ];
}

/** On a line of its own, where commas part nothing. */
function lineText(text: string): string {
  return scalarText(oneLine(text), 'block');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
