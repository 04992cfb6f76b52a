/*
 * A sentence that states a change, a share or a sum states its parts as well: "increased by $4.1 billion, or 8.9%, to
 * $49.8 billion from $45.7 billion". The parts must agree with each other, with the words, and with the lines of the
 * tables that the sentence names.
 *
 * Authority: PCAOB AS 2710 and ISA 720 (other information is recomputed and compared with the statements); Regulation S-K
 * Item 303(b), which asks for the changes that these sentences state.
 */
import type { Filing } from '../filing/filing.js';
import {
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
  type FindingDraft,
} from './check.js';
import { changeStatements } from './sentences/change-statement.js';
import { directionFinding } from './sentences/direction.js';
import { findingOf, type Ticked, ticksOf } from './sentences/judge.js';
import { magnitudeFinding } from './sentences/magnitude.js';
import { holds, type Relation } from './sentences/relation.js';
import { relationsOf } from './sentences/relations.js';
import { retoldFindings } from './sentences/retold.js';
import { rowLists } from './sentences/row-lists.js';
import { superlatives } from './sentences/superlatives.js';
import { type SentenceWithChanges, tableVerdicts } from './sentences/table-verdicts.js';
import { textSentences } from './sentences/text-sentence.js';

const meta: CheckMeta = {
  id: 'sentence',
  title: 'The figures of a sentence agree with each other, with its words and with the tables',
  severity: 'error',
  basis: 'recomputation of other information, PCAOB AS 2710 and ISA 720; Regulation S-K Item 303(b)',
  since: '0.1.0',
  needs: [],
};

const messages = {
  parts:
    'Unexpected {printed}, expected {expected}: the sentence has it that {work}. Check each of them against the books.',
  line: 'Unexpected {printed}, expected {expected} by the table ({work}). Check the sentence and the table.',
  direction:
    'Unexpected {printed} after {from} in what the sentence calls {word}. Check both levels and the word.',
  word: 'Unexpected “{printed}”: {from} to {to} is {expected}, and a row of a table has both. Check the word.',
  magnitude:
    'Unexpected {printed}, expected {expected}: the figures of this sentence agree only so ({work}). Check its words of magnitude.',
  retold:
    'Unexpected {printed}, expected {expected} as another sentence of like words says. Check both places against the books.',
  list: 'Unexpected {printed}, expected {expected}: the row “{name}” of a table has the other amounts of this list, and not this one. Check the sentence and the table.',
  superlative:
    'Unexpected “{words}” for {printed}: the years of “{name}” in the table do not bear it out. Check the words against the table.',
};

type MessageId = keyof typeof messages;

const DIRECTIONS = { levels: 'direction', word: 'word' } as const;

function run(filing: Filing): CheckOutcome<MessageId> {
  const sentences = textSentences(filing).map((sentence): SentenceWithChanges => {
    return { sentence, changes: changeStatements(sentence) };
  });
  const relations = sentences.flatMap(({ sentence, changes }) => relationsOf(sentence, changes));
  const tables = tableVerdicts(sentences, filing);
  const told = superlatives(sentences, filing, 'superlative');
  const lists = rowLists(filing, 'list');
  const verdicts = relations.map(holds);
  const holding = [...relations.filter((_, index) => verdicts[index] === true), ...tables.confirmed];
  return {
    ticks: withoutRepeats([...holding.flatMap(ticksOf), ...lists.ticks]),
    findings: [
      ...relations.flatMap((relation, index) =>
        verdicts[index] === false ? (partsFinding(relation) ?? []) : [],
      ),
      ...tables.broken.flatMap((relation) => findingOf(relation, 'line') ?? []),
      ...sentences.flatMap(({ sentence, changes }) =>
        changes.flatMap((change) => directionFinding(change, sentence, filing, DIRECTIONS) ?? []),
      ),
      ...retoldFindings(
        sentences.map(({ sentence }) => sentence),
        'retold',
      ),
      ...lists.findings,
      ...told.findings,
    ],
    undecided: told.undecided,
    notRun: sentences.length === 0 ? 'no sentence holds an amount' : null,
  };
}

/** Of a relation that does not hold. */
function partsFinding(relation: Relation): FindingDraft<MessageId> | null {
  if (relation.binding === 'open') return null;
  return magnitudeFinding(relation, 'magnitude') ?? findingOf(relation, 'parts');
}

/** One tick of one figure by one formula. */
function withoutRepeats(ticks: readonly Ticked[]): Ticked[] {
  const seen = new Set<string>();
  return ticks.filter(({ figure, tick }) => {
    const key = `${figure}|${tick.formula}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const limits = [
  'Figures that “more than”, “nearly” and the like bound are never reported; “approximately” loosens a figure by a step.',
  'A sum is reported only where its words say that the parts are all, and one slip of typing in one of them explains it.',
  'A change that a sentence states without its levels is held against the table line of the same name; it is reported only where the level or another part of the sentence shows that this line is meant.',
  'A list over several periods is held against a row of a table by its values: reported where all amounts but one agree, that one is of three digits or more, more than a step off, and a slip of typing.',
  'A sentence that is told again in like words is reported where times and all amounts but one agree and that one is a slip of typing; which of the two places is wrong it cannot say.',
  'A percentage of one line over another is held against the statements only where one line alone has each name; a segment whose discussion uses the same names is not told apart unless no slip explains the difference.',
  'Sentences on adjusted, organic, comparable or currency-neutral measures are not held against the tables.',
  'Percentages of percentages (“margin increased 2.1% to 45.6%”) may be points or a share, and are never reported.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'Both levels and the change agree, and confirm each other',
    text: 'Net sales of Harbor Lane Foods, Inc. increased by $4.1 billion to $49.8 billion in 2024 from $45.7 billion in 2023.',
    ticked: ['$4.1 billion', '$49.8 billion', '$45.7 billion'],
  },
  {
    name: 'Two digits of the change are swapped',
    text: 'Net sales of Harbor Lane Foods, Inc. increased by $1.4 billion to $49.8 billion in 2024 from $45.7 billion in 2023.',
    findings: [
      {
        message:
          'Unexpected $1.4 billion, expected $4.1 billion: the sentence has it that $45.7 billion to $49.8 billion is a change of $1.4 billion. Check each of them against the books.',
        at: '$1.4 billion',
        suspects: ['$1.4 billion', '$49.8 billion', '$45.7 billion'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'A percentage is confirmed by its amounts, never the other way',
    text: 'Kitano Denki Co., Ltd. employed 10,312 people at March 31, 2024, and revenue fell to ¥52,436 million, down 11.0% compared with ¥58,921 million in the prior year.',
    ticked: ['11.0%'],
  },
  {
    name: 'The parts of a sum, one of them with a digit changed',
    text: 'The purchase price of ¥12,480 million consisted of ¥9,300 million in cash and ¥3,280 million in shares of Minato Foods Co., Ltd.',
    findings: [
      {
        message:
          'Unexpected ¥12,480 million, expected ¥12,580 million: the sentence has it that ¥9,300 million + ¥3,280 million = ¥12,480 million. Check each of them against the books.',
        at: '¥12,480 million',
        suspects: ['¥12,480 million', '¥9,300 million', '¥3,280 million'],
        cause: 'one digit differs',
      },
    ],
  },
  {
    name: 'The levels go the other way than the word',
    text: 'Capital expenditures of Minato Foods Co., Ltd. decreased to ¥442 million in 2024 from ¥437 million in 2023.',
    findings: [
      {
        message:
          'Unexpected ¥442 million after ¥437 million in what the sentence calls a decrease. Check both levels and the word.',
        at: '¥442 million',
        suspects: ['¥442 million', '¥437 million'],
      },
    ],
  },
  {
    name: 'A list over three years has one amount otherwise than the statement',
    text: [
      'Annual report of Harbor Lane Foods, Inc. for the fiscal year ended December 31, 2024',
      '',
      'Consolidated Statements of Income (in millions of dollars)',
      '',
      '\t2024\t2023\t2022',
      'Year ended December 31,\t\t\t',
      'Net sales\t$4,980\t$4,570\t$4,312',
      'Interest expense\t145\t163\t171',
      'Income before income taxes\t911\t774\t690',
      'Net income\t702\t588\t511',
      '',
      'Interest expense was $145 million, $136 million and $171 million in 2024, 2023 and 2022, respectively.',
    ].join('\n'),
    ticked: ['$145 million', '$171 million'],
    findings: [
      {
        message:
          'Unexpected $136 million, expected $163 million: the row “Interest expense” of a table has the other amounts of this list, and not this one. Check the sentence and the table.',
        at: '$136 million',
        suspects: ['$136 million'],
        cause: 'two adjacent digits swapped',
      },
    ],
  },
  {
    name: 'Words that loosen, and changes of several things, state nothing that could be wrong',
    text: 'Sales of Harbor Lane Foods, Inc. rose by more than $4 billion to $49.8 billion from $45.1 billion, with 5% more stores and a 3% increase in prices.',
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
