/*
 * The tags of inline XBRL say something else than the page: another scale, sign, unit or period, or one fact with two
 * values. Those who read the filing by program read the tags, and see another company.
 *
 * Authority: Inline XBRL 1.1; XBRL 2.1; Calculations 1.1 (duplicates and summations); EDGAR Filer Manual, chapter 6.
 */
import type { Fact, Filing } from '../filing/filing.js';
import {
  type CheckContext,
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
} from './check.js';
import { notRun } from './engine/verdict.js';
import { listOption } from './settings.js';
import { type CalculatedTotal, calculatedTotals } from './xbrl/calculated-totals.js';
import { contradictions } from './xbrl/duplicate-facts.js';
import {
  calculationDraft,
  contradictionDraft,
  type FiguresByFact,
  figuresByFact,
  type MessageId,
  oddTagDrafts,
} from './xbrl/findings.js';
import { oddTags } from './xbrl/odd-tags.js';

const meta: CheckMeta = {
  id: 'xbrl',
  title: 'The tags of inline XBRL say what the page prints',
  severity: 'error',
  basis: 'Inline XBRL 1.1; XBRL 2.1; Calculations 1.1; EDGAR Filer Manual, chapter 6',
  since: '0.1.0',
  needs: [],
  options: [
    {
      name: 'ignore',
      description: 'Concepts whose tags are right as they are: us-gaap:NetIncomeLoss.',
      default: [],
    },
  ],
};

const messages: Readonly<Record<MessageId, string>> = {
  scale:
    'Unexpected value {printed} of the tag {fact} on {figure}, expected {expected}: {cause}. Check the scale of the tag.',
  duplicate:
    'Unexpected {printed}, expected {expected}: {fact}{period} is tagged with two values. Check both figures and their tags.',
  digits:
    'Unexpected value {printed} of the tag {fact} on {figure}, expected {expected}. Check that the tag encloses the whole number, and its format.',
  sign: 'Unexpected value {printed} of the tag {fact} on {figure}, expected {expected}: {cause} against the other tags of the row. Check the sign of the tag.',
  unit: 'Unexpected unit {printed} of the tag {fact} on {figure}, expected {expected}: {cause}. Check the unit of the tag.',
  period:
    'Unexpected context of {printed} for the tag {fact} on {figure}, expected {expected} as its column says. Check the context of the tag.',
  calculation:
    'Unexpected {printed}, expected {expected}: {fact}{period} is not the sum of the {count} facts that the calculation linkbase names. Check the total and its parts.',
};

function run(filing: Filing, context: CheckContext): CheckOutcome<MessageId> {
  if (filing.facts.length === 0) return notRun('the page has no inline XBRL');
  const figures = figuresByFact(filing);
  const { calculations } = context;
  const totals = calculations === undefined ? [] : calculatedTotals(filing, calculations);
  const ignored = listOption(context, 'ignore');
  const isMeant = (fact: Fact | undefined) => fact !== undefined && !ignored.includes(fact.concept);
  const findings = [
    ...oddTagDrafts(oddTags(filing).filter(({ fact }) => isMeant(fact))),
    ...contradictions(filing)
      .filter(({ odd }) => isMeant(odd[0]))
      .flatMap((each) => contradictionDraft(each, figures)),
    ...totals
      .filter(({ holds, total }) => !holds && isMeant(total))
      .map((each) => calculationDraft(each, figures)),
  ];
  const isIdle = calculations !== undefined && totals.length === 0;
  return {
    ticks: totals.flatMap((total) => footed(total, figures)),
    findings,
    undecided: [],
    notRun: isIdle ? NO_TOTAL : null,
  };
}

/** Exhibits have their tags, but not the contexts of these: those are in the main document. */
const NO_TOTAL =
  'no total of the calculation linkbase is tagged on this page with two of its parts in one context';

/** A sum that the linkbase states and that holds to the last digit confirms the total and each of its parts. */
function footed(
  { total, parts, exact, sum }: CalculatedTotal,
  figures: FiguresByFact,
): CheckOutcome['ticks'][number][] {
  const all = [total, ...parts.map(({ fact }) => fact)].map((fact) => figures.get(fact)?.figure);
  if (!exact || all.some((figure) => figure === undefined)) return [];
  const ids = all.flatMap((figure) => (figure === undefined ? [] : [figure.id]));
  if (new Set(ids).size < ids.length) return [];
  return ids.map((figure, index) => ({
    figure,
    tick: {
      letter: 'F' as const,
      support: 'recomputed' as const,
      grade: 'exact' as const,
      formula:
        index === 0
          ? `sum of ${parts.length} facts, as the calculation linkbase states`
          : 'total less the other facts that the calculation linkbase adds up',
      inputs: ids.filter((id) => id !== figure).map((id) => ({ figure: id })),
      recomputed: index === 0 ? sum.toString() : (parts[index - 1]?.fact.value ?? ''),
    },
  }));
}

const limits = [
  'The sign of a tag is that of its concept, not of the page, so it is held against the other tags of its row only.',
  'A scale is held wrong where the figure spells it (“million”, “%”) or where the other tags of its row and column have another.',
  'Tags on words, dates and hidden facts are compared with other tags of the same fact only.',
  'Summations are those of a calculation linkbase that is handed in; a total is checked where two of its contributors stand in its context.',
];

/** A page of inline XBRL about an invented issuer: rows of a table of yen, and sentences. */
function page(rows: readonly string[], sentence = ''): string {
  return [
    '<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="http://www.xbrl.org/2003/instance"><body>',
    '<div style="display:none"><ix:header><ix:resources>',
    ...['2006', '2005', '2004'].map(
      (year) =>
        `<xbrli:context id="y${year}"><xbrli:entity><xbrli:identifier scheme="x">kitano</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>${Number(year) - 1}-04-01</xbrli:startDate><xbrli:endDate>${year}-03-31</xbrli:endDate></xbrli:period></xbrli:context>`,
    ),
    '<xbrli:unit id="jpy"><xbrli:measure>iso4217:JPY</xbrli:measure></xbrli:unit>',
    '</ix:resources></ix:header></div>',
    '<p>Results of Kitano Denki Co., Ltd. (in millions of yen)</p><table>',
    '<tr><td>Fiscal year ended March 31,</td><td>2006</td><td>2005</td><td>2004</td></tr>',
    ...rows,
    `</table><p>${sentence}</p></body></html>`,
  ].join('\n');
}

/** A row with its cells of 2006, 2005 and 2004; a scale may stand behind each: "2,411|3". */
function row(label: string, concept: string, ...cells: readonly string[]): string {
  const years = ['y2006', 'y2005', 'y2004'];
  const tagged = cells.map((cell, index) => {
    const [text = '', scale = '6', sign = ''] = cell.split('|');
    return `<td>${fact(concept, years[index] ?? '', text, scale, sign)}</td>`;
  });
  return `<tr><td>${label}</td>${tagged.join('')}</tr>`;
}

function fact(concept: string, context: string, text: string, scale: string, sign: string): string {
  const digits = text.replace(/[()]/g, '');
  const tag = `<ix:nonFraction name="us-gaap:${concept}" contextRef="${context}" unitRef="jpy" decimals="-${scale}" scale="${scale}" format="ixt:num-dot-decimal"${sign === '' ? '' : ' sign="-"'}>${digits}</ix:nonFraction>`;
  return text.replace(digits, tag);
}

const REVENUES = row('Revenues', 'Revenues', '49,813', '41,703', '38,780');
const COSTS = row('Cost of sales', 'CostOfRevenue', '43,119', '36,370', '34,004');

const examples: readonly CheckExample[] = [
  {
    name: 'Tags that say what is printed',
    text: page(
      [REVENUES, COSTS, row('Net income (loss)', 'NetIncomeLoss', '4,754', '2,905', '(120)|6|-')],
      `Revenues were ¥${fact('Revenues', 'y2006', '49.8', '9', '').replace('decimals="-9"', 'decimals="-8"')} billion.`,
    ),
  },
  {
    name: 'A tag in thousands in a row of millions',
    text: page([REVENUES, COSTS, row('Net income', 'NetIncomeLoss', '4,754', '2,905|3', '1,120')]),
    findings: [
      {
        message:
          'Unexpected value 2905000 of the tag Net Income Loss on 2,905, expected 2905000000: 1,000 times too small. Check the scale of the tag.',
        at: '2,905',
        cause: '1,000 times too small',
      },
    ],
  },
  {
    name: 'One fact with two values',
    text: page([REVENUES, COSTS], `Revenues were ¥${fact('Revenues', 'y2006', '49,831', '6', '')} million.`),
    findings: [
      {
        message:
          'Unexpected ¥49,831 million, expected ¥49,813 million: Revenues of the year ended March 31, 2006 is tagged with two values. Check both figures and their tags.',
        at: `¥${fact('Revenues', 'y2006', '49,831', '6', '')} million`,
        suspects: ['¥49,831 million', '49,813'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'A sign that the other tags of the row do not have',
    text: page([
      REVENUES,
      COSTS,
      row('Net income (loss)', 'NetIncomeLoss', '(4,754)|6|-', '2,905', '(1,120)'),
    ]),
    findings: [
      {
        message:
          'Unexpected value 1120000000 of the tag Net Income Loss on (1,120), expected -1120000000: the sign is turned against the other tags of the row. Check the sign of the tag.',
        at: fact('NetIncomeLoss', 'y2004', '(1,120)', '6', ''),
        cause: 'the sign is turned',
      },
    ],
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
