/*
 * A number that nobody means to print so: "1,34", "0,512", "12.345" in a column of thousands, a bracket that is not
 * closed. A reader takes it for another number, or cannot take it at all.
 *
 * Authority: the printing of numbers in English text, and the document's own columns.
 */
import type { Cell, Filing } from '../filing/filing.js';
import {
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
  type FindingDraft,
  type Severity,
} from './check.js';
import { figuresIn, rangeIn } from './engine/surroundings.js';
import { type FaultyNumber, faultyNumbers } from './number-format/sentence-numbers.js';
import { type FaultyCell, faultyCells } from './number-format/table-numbers.js';

const meta: CheckMeta = {
  id: 'number-format',
  title: 'Numbers are printed as numbers: commas, points, brackets and signs in place',
  severity: 'error',
  basis: 'the printing of numbers in English text; the other numbers of the column',
  since: '0.1.0',
  needs: [],
};

const messages = {
  cell: 'Unexpected {printed}, expected {expected}: {cause}; {shown}. Check the number.',
  text: 'Unexpected {printed}, expected {expected}: {cause}. Check the number.',
  places: 'Unexpected {printed}: {cause}; {shown}.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  const cells = filing.tables.flatMap((table) => faultyCells(table));
  const findings = [
    ...cells.map((faulty) => cellDraft(filing, faulty)),
    ...faultyNumbers(filing.blocks).map((faulty) => textDraft(filing, faulty)),
  ];
  const notRun = filing.figures.length === 0 ? 'no number is printed' : null;
  return { ticks: [], findings, undecided: [], notRun };
}

function cellDraft(filing: Filing, { cell, fault, shown, sure }: FaultyCell): FindingDraft<MessageId> {
  const printed = oneLine(cell.text);
  const figures = figuresIn(filing, [cell.start, cell.end]).filter(({ role }) => role === 'amount');
  const [only] = figures;
  const told = fault.expected === null ? null : oneLine(fault.expected);
  const expected = told ?? 'a number with its commas in place';
  const isOdd = fault.kind === 'places';
  return {
    message: isOdd ? 'places' : 'cell',
    values: isOdd ? { printed, cause: fault.cause, shown } : { printed, expected, cause: fault.cause, shown },
    severity: severityOf(fault.kind, sure),
    at: rangeOf(cell),
    suspects: figures.slice(0, 3).map(({ id }) => id),
    ...(only === undefined || told === null || figures.length > 1 ? {} : { repairs: { [only.id]: told } }),
    printed,
    expected,
    cause: fault.cause,
    evidence: [shown],
  };
}

function severityOf(kind: FaultyCell['fault']['kind'], sure: boolean): Severity {
  if (kind === 'places') return 'info';
  return sure ? 'error' : 'warning';
}

function rangeOf({ start, end }: Cell): readonly [number, number] {
  return [start, end];
}

/** A cell may hold its sign and its number in parts. */
function oneLine(text: string): string {
  return text
    .replace(/(?<=[$¥￥€£(])[\t\n]+/g, '')
    .replace(/[\t\n]+(?=[)%])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function textDraft(
  filing: Filing,
  { block, from, to, expected, cause }: FaultyNumber,
): FindingDraft<MessageId> {
  const range = rangeIn(filing, block, from, to);
  const printed = block.text.slice(from, to);
  const figures = figuresIn(filing, [range[0] - 1, range[1]]).filter(({ role }) => role === 'amount');
  const meant = expected ?? 'a number with its commas in place';
  return {
    message: 'text',
    values: { printed, expected: meant, cause },
    at: range,
    suspects: figures.slice(0, 3).map(({ id }) => id),
    printed,
    expected: meant,
    cause,
  };
}

const limits = [
  'A malformed number of a table is reported where three other numbers of its column are in order, and odd groups only where numbers with commas stand there.',
  'Where more than one number in four of a table is printed so, or more than eight of the running text, it is taken for the report’s own way to print numbers.',
  'In running text only money and numbers before “million”, “%” and the like are looked at: dates, lists and names have odd commas too.',
  'A point for a comma is seen where three digits stand behind it in a column of whole numbers; “1.234” in a column with decimals is not.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'Numbers in order',
    text: [
      'Sales of Kitano Denki Co., Ltd. by product (in millions of yen)',
      '',
      '\t2005\t2006',
      'Motors\t12,345\t13,402',
      'Pumps\t1,034\t1,190',
      'Returns\t(217)\t(304)',
      'Total\t13,162\t14,288',
      '',
      'The share of motors was 93.8%, and $1,034 million was spent on chapters 1,2 and 3 by May 9,2006.',
    ].join('\n'),
  },
  {
    name: 'A digit lost behind a comma, a point for a comma, an open bracket',
    text: [
      'Sales of Kitano Denki Co., Ltd. by product (in millions of yen)',
      '',
      '\t2005\t2006',
      'Motors\t12,345\t13,402',
      'Pumps\t1,034\t1,19',
      'Lamps\t4,210\t4,377',
      'Wires\t2,008\t2,114',
      'Cables\t3.871\t3,902',
      'Relays\t1,412\t1,530',
      'Returns\t(217)\t(304',
      'Total\t24,663\t26,211',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected 1,19, expected a number with its commas in place: a digit dropped behind a comma; 6 other numbers of the column have a comma before every third digit. Check the number.',
        at: '1,19',
        suspects: ['1,19'],
        cause: 'a digit dropped behind a comma',
      },
      {
        message:
          'Unexpected 3.871, expected 3,871: a decimal point for a comma; 6 other numbers of the column are whole, with commas for thousands. Check the number.',
        at: '3.871',
        suspects: ['3.871'],
        cause: 'a decimal point for a comma',
      },
      {
        message:
          'Unexpected (304, expected (304): a bracket not closed; 6 other numbers of the column have a comma before every third digit. Check the number.',
        at: '(304',
        suspects: ['(304'],
        cause: 'a bracket not closed',
      },
    ],
  },
  {
    name: 'Amounts in a sentence',
    text: 'Harbor Lane Foods, Inc. paid $1,34 million for the plant and $0,512 per share in dividends. It sold $$5.2 million of land.',
    findings: [
      {
        message:
          'Unexpected 1,34, expected a number with its commas in place: a digit dropped behind a comma, or a comma for the decimal point. Check the number.',
        at: '1,34',
        suspects: ['$1,34 million'],
        cause: 'a digit dropped behind a comma, or a comma for the decimal point',
      },
      {
        message:
          'Unexpected 0,512, expected a number with its commas in place: a comma for the decimal point, or a digit missing in front. Check the number.',
        at: '0,512',
        suspects: ['$0,512'],
        cause: 'a comma for the decimal point, or a digit missing in front',
      },
      {
        message: 'Unexpected $$5.2, expected $5.2: "$" printed twice. Check the number.',
        at: '$$5.2',
        suspects: ['$5.2 million'],
        cause: '"$" printed twice',
      },
    ],
  },
  {
    name: 'Numbers of notes are no amounts',
    text: [
      'Balance sheet of Minato Foods Co., Ltd. (in millions of yen)',
      '',
      '\tNotes\t2005\t2006',
      'Receivables\t7,34\t12,345\t13,402',
      'Pumps\t5,16,34\t1,034\t1,190',
      'Leases\t12\t1,217\t1,304',
    ].join('\n'),
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
