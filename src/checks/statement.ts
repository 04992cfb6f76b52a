/*
 * A sentence states a fact without an amount: “the largest”, “none of our employees”, an office, a dated event. Nothing
 * in the document can confirm it; whoever signs wants the back-up behind it. Where one event is told twice, the dates agree.
 *
 * Authority: the practice of back-up binders and of circling; Exchange Act Rule 12b-20.
 */
import type { Filing, SourceSpan } from '../filing/filing.js';
import {
  type CheckContext,
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
  type FindingDraft,
} from './check.js';
import { figuresIn, rangeIn } from './engine/surroundings.js';
import { numberOption } from './settings.js';
import { type Assertion, assertionsOf } from './text/assertions.js';
import { eventsWithTwoDates, type Telling, type TwoDates } from './text/dated-events.js';

const MOST = 25;

const meta: CheckMeta = {
  id: 'statement',
  title: 'Statements of fact that need back-up, and events told twice under one date',
  severity: 'info',
  basis: 'practice of back-up binders; Exchange Act Rule 12b-20',
  since: '0.1.0',
  needs: [],
  options: [
    {
      name: 'most',
      description: 'How many statements of each kind are listed.',
      default: MOST,
      minimum: 0,
      maximum: 1000,
    },
  ],
};

const messages = {
  backup: 'Statement without a figure ({kind}), expected back-up for it: “{printed}”',
  dates:
    'Unexpected date {printed}, expected {expected} as where the same event is told before. Check which of the two it is.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing, context: CheckContext): CheckOutcome<MessageId> {
  const findings = [
    ...assertionsOf(filing, numberOption(context, 'most', MOST)).map((each) => backup(filing, each)),
    ...eventsWithTwoDates(filing).map((each) => twoDates(filing, each)),
  ];
  return { ticks: [], findings, undecided: [], notRun: null };
}

const LONGEST_QUOTE = 120;

function backup(filing: Filing, { kind, block, start, end }: Assertion): FindingDraft<MessageId> {
  const text = block.text.slice(start, end).replace(/\s+/g, ' ').trim();
  const printed = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE).trimEnd()}…` : text;
  return {
    message: 'backup',
    values: { kind, printed },
    at: rangeIn(filing, block, start, end),
    suspects: [],
    printed,
    expected: 'back-up',
  };
}

function twoDates(filing: Filing, { first, second, differs }: TwoDates): FindingDraft<MessageId> {
  const [here, there] = [placeOf(filing, second), placeOf(filing, first)];
  return {
    message: 'dates',
    values: { printed: second.date, expected: first.date },
    severity: differs === 'day' ? 'warning' : 'info',
    at: here,
    suspects: [here, there].flatMap((place) => figuresIn(filing, place).map(({ id }) => id)).slice(0, 2),
    printed: second.date,
    expected: first.date,
    related: [{ figure: null, start: there[0], end: there[1], note: 'told before' }],
    evidence: ['both sentences go on in the same words'],
  };
}

function placeOf(filing: Filing, { block, start, end }: Telling): SourceSpan {
  return rangeIn(filing, block, start, end);
}

const limits = [
  'Only the Items on the business, its property, lawsuits, people and owners are read; risk factors tell of what may happen.',
  'At most 25 statements of each kind are listed, or as many as the option says.',
  'Two tellings are compared where they go on in the same words for at least 14 words.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'Statements that a figure backs, and what may happen',
    text: [
      'Item 4. Information on the Company',
      '',
      'Kitano Denki Co., Ltd. is the largest of 12 makers of lamps. It may become the leading maker of sensors.',
    ].join('\n'),
  },
  {
    name: 'Statements for back-up',
    text: [
      'Item 4. Information on the Company',
      '',
      'Kitano Denki Co., Ltd. is the largest maker of lamps in western Japan. None of its employees are on strike.',
    ].join('\n'),
    findings: [
      {
        message:
          'Statement without a figure (superlative), expected back-up for it: “Kitano Denki Co., Ltd. is the largest maker of lamps in western Japan.”',
        at: 'Kitano Denki Co., Ltd. is the largest maker of lamps in western Japan.',
      },
      {
        message:
          'Statement without a figure (absolute), expected back-up for it: “None of its employees are on strike.”',
        at: 'None of its employees are on strike.',
      },
    ],
  },
  {
    name: 'One event, two dates',
    text: [
      'On March 15, 2006, the board of Kitano Denki Co., Ltd. resolved to close the Sakai works and to move its lines to Kobe.',
      '',
      'On March 16, 2006, the board of Kitano Denki Co., Ltd. resolved to close the Sakai works and to move its lines to Kobe.',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected date March 16, 2006, expected March 15, 2006 as where the same event is told before. Check which of the two it is.',
        at: 'March 16, 2006',
        suspects: ['March 16, 2006', 'March 15, 2006'],
      },
    ],
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
