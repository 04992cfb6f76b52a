/*
 * A short name is given to two things, or to a thing whose own name does not fit it, or is given and never used. Who reads
 * “ASP” in the notes must not find that the risk factors mean something else by it.
 *
 * Authority: Securities Act Rule 421(b) and (d) (defined terms in plain English); the definitions in the document itself.
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
import { groupedBy } from './engine/grouped.js';
import { rangeIn } from './engine/surroundings.js';
import { notRun } from './engine/verdict.js';
import { listOption } from './settings.js';
import { areOtherWords, expansion } from './text/abbreviations.js';
import { runningNames } from './text/capitalised-runs.js';
import { type Definition, definitionsOf } from './text/definitions.js';

const meta: CheckMeta = {
  id: 'defined-term',
  title: 'A defined term means one thing, fits what it names, and is used',
  severity: 'warning',
  basis: 'the definitions in the document itself; Securities Act Rule 421',
  since: '0.1.0',
  needs: [],
  options: [
    {
      name: 'ignore',
      description: 'Terms that are right as they are defined.',
      default: [],
    },
  ],
};

const messages = {
  meanings:
    'Unexpected second meaning of “{term}”, “{printed}”, expected “{expected}” as defined before. Give one of the two another name.',
  year: 'Unexpected term “{term}” for what is due {year}, expected “{expected}”. Check the year in both.',
  unused: 'The term “{term}” is defined and never used. Check whether the definition is left over.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing, context: CheckContext): CheckOutcome<MessageId> {
  const ignored = listOption(context, 'ignore');
  const definitions = definitionsOf(filing).filter(({ term }) => !ignored.includes(term));
  if (definitions.length === 0) return notRun('no term is defined');
  const terms = [...groupedBy(definitions, ({ term }) => term).values()];
  const findings = [
    ...terms.flatMap((places) => secondMeaning(filing, places) ?? []),
    ...wrongYears(filing, definitions),
    ...unused(filing, terms),
  ];
  return { ticks: [], findings, undecided: [], notRun: null };
}

/** An abbreviation whose letters stand for other words in a later definition than in the first. */
function secondMeaning(filing: Filing, places: readonly Definition[]): FindingDraft<MessageId> | null {
  const [first, ...others] = places.flatMap((definition) => {
    const words = expansion(definition.term, definition.meaning);
    return words === null ? [] : [{ definition, words }];
  });
  const other = first && others.find(({ words }) => areOtherWords(words, first.words));
  if (first === undefined || other === undefined) return null;
  const { term } = first.definition;
  const [start, end] = placeOf(filing, first.definition);
  return {
    message: 'meanings',
    values: { term, printed: other.words, expected: first.words },
    at: placeOf(filing, other.definition),
    suspects: [],
    printed: other.words,
    expected: first.words,
    related: [{ figure: null, start, end, note: 'defined before' }],
    evidence: [`“${term}” is defined in ${places.length} places`],
  };
}

const DUE = /\bdue\s+(?:\p{L}+\s+(?:\d{1,2},\s+)?)?((?:19|20)\d{2})\b/gu;

/** “2028 Notes” for notes due 2027, in a report that names its notes by the year in which they are due. */
function wrongYears(filing: Filing, definitions: readonly Definition[]): FindingDraft<MessageId>[] {
  const dated = definitions.flatMap((definition) => {
    const named = /\b(?:19|20)\d{2}\b/.exec(definition.term)?.[0];
    const years = [...definition.meaning.matchAll(DUE)].map(([, year]) => year);
    const due = years.at(-1);
    return named === undefined || due === undefined
      ? []
      : [{ definition, named, due, meaning: definition.meaning }];
  });
  const wrong = dated.filter(({ named, meaning }) => !meaning.includes(named));
  const right = dated.filter(({ named, due }) => named === due);
  if (right.length < 2 || wrong.length > 1) return [];
  return wrong.map(({ definition, named, due }) => {
    const expected = definition.term.replace(named, due);
    return {
      message: 'year',
      values: { term: definition.term, year: due, expected },
      at: placeOf(filing, definition),
      suspects: [],
      printed: definition.term,
      expected,
      evidence: [`${right.length} other terms of this report carry the year in which what they name is due`],
    };
  });
}

/** Terms that stand nowhere but where they are defined. Only those with a word that is rare in names are looked for. */
function unused(filing: Filing, terms: readonly (readonly Definition[])[]): FindingDraft<MessageId>[] {
  const counts = new Map<string, number>();
  for (const { words } of runningNames(filing))
    for (const { text } of words) counts.set(text, (counts.get(text) ?? 0) + 1);
  const rare = terms.filter(([first]) => {
    const words = (first?.term ?? '').split(/[^\p{L}\d-]+/u);
    return words.some((word) => /^\p{Lu}/u.test(word) && (counts.get(word) ?? 0) <= 1);
  });
  return rare.slice(0, MOST_LOOKED_FOR).flatMap(([first, ...others]) => {
    if (first === undefined || others.length > 0 || mentions(filing, first.term) > 1) return [];
    return [
      {
        message: 'unused',
        values: { term: first.term },
        severity: 'info',
        at: placeOf(filing, first),
        suspects: [],
        printed: first.term,
        expected: 'a use of the term',
      },
    ];
  });
}

const MOST_LOOKED_FOR = 60;

/** How often a term stands in the report, in tables too and in any case; two are enough to know. */
function mentions({ blocks }: Filing, term: string): number {
  const singular = term.replace(/s$/, '');
  let count = 0;
  for (const { text } of blocks) {
    for (let at = text.indexOf(singular); at >= 0; at = text.indexOf(singular, at + singular.length)) {
      count += 1;
      if (count > 1) return count;
    }
  }
  return count;
}

function placeOf(filing: Filing, { block, start, end }: Definition): SourceSpan {
  return rangeIn(filing, block, start, end);
}

const limits = [
  'Two meanings are told apart for abbreviations whose letters begin the words before them; a name such as “Plan” may stand for another plan in another note.',
  'Terms that are used and defined nowhere are not looked for.',
  'Definitions without quotation marks are not read.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'Terms that are defined, repeated and used',
    text: [
      'Kitano Denki Co., Ltd. (the “Company”) watches the average selling price (“ASP”) of its lamps. The ASP fell.',
      '',
      'The Company issued 1.2% senior notes due 2027 (the “2027 Notes”) and 1.5% senior notes due 2029 (the “2029 Notes”).',
      '',
      'The average selling prices (“ASPs”) of sensors rose. The 2027 Notes and the 2029 Notes are unsecured.',
    ].join('\n'),
  },
  {
    name: 'One abbreviation, two meanings',
    text: [
      'Kitano Denki watches the average selling price (“ASP”) of its lamps, since the ASP moves its margin.',
      '',
      'It sells maintenance through each approved service provider (“ASP”) in a region. An ASP is paid by the visit.',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected second meaning of “ASP”, “approved service provider”, expected “average selling price” as defined before. Give one of the two another name.',
        at: 'ASP',
      },
    ],
  },
  {
    name: 'A term of another year, and one that is left over',
    text: [
      'Kitano Denki issued 1.2% senior notes due 2027 (the “2027 Notes”), 1.5% senior notes due 2029 (the “2029 Notes”) and 1.7% senior notes due 2031 (the “2030 Notes”).',
      '',
      'The 2027 Notes, the 2029 Notes and the 2030 Notes rank equally. They are held by Minato Trust Bank (the “Depositary”).',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected term “2030 Notes” for what is due 2031, expected “2031 Notes”. Check the year in both.',
        at: '2030 Notes',
      },
      {
        message:
          'The term “Depositary” is defined and never used. Check whether the definition is left over.',
        at: 'Depositary',
      },
    ],
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
