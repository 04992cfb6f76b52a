/*
 * A name is written in two ways: “Harbour Lane Foods” once and “Harbor Lane Foods” everywhere else. In a legal document
 * the one may be taken for another party, and it tells the reader that nobody read that page again.
 *
 * Authority: Exchange Act Rule 12b-20 (no statement may mislead); the usual way of writing in the document itself.
 */
import type { Filing } from '../filing/filing.js';
import {
  type CheckContext,
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
} from './check.js';
import { rangeIn } from './engine/surroundings.js';
import { listOption } from './settings.js';
import { type CompanySlip, companySlips } from './text/company-names.js';
import { isOfCompany, type NameVariant, nameVariants } from './text/name-variants.js';

const meta: CheckMeta = {
  id: 'name',
  title: 'A name is spelt in one way',
  severity: 'warning',
  basis: 'the usual spelling in the document itself',
  since: '0.1.0',
  needs: [],
  options: [
    {
      name: 'ignore',
      description: 'Names that are right as they stand, though another is nearly the same.',
      default: [],
    },
  ],
};

const messages = {
  differs:
    'Unexpected name “{printed}”, expected “{expected}”, as it stands {usual} times. Check which party is meant and how it writes its name.',
};

function run(filing: Filing, context: CheckContext): CheckOutcome<keyof typeof messages> {
  const ignored = listOption(context, 'ignore');
  const isMeant = ({ printed }: { readonly printed: string }) => !ignored.includes(printed);
  const companies = companySlips(filing).filter(isMeant).map(companyDiffers);
  const places = new Set(companies.map(({ at }) => at[0]));
  const variants = nameVariants(filing)
    .filter(isMeant)
    .map((variant) => differs(filing, variant))
    // One slip makes one finding, that of the name in full.
    .filter(({ at }) => !places.has(at[0]));
  return { ticks: [], findings: [...companies, ...variants], undecided: [], notRun: null };
}

/** The same words and the same form of company but for one letter: two companies are hardly named so. */
function companyDiffers({ at, printed, expected, usual }: CompanySlip) {
  return {
    message: 'differs' as const,
    values: { printed, expected, usual: String(usual) },
    ...(usual >= ESTABLISHED ? { severity: 'error' as const } : {}),
    at,
    suspects: [],
    printed,
    expected,
    cause: LETTER,
    evidence: [`“${expected}” stands ${usual} times with the same form of company, “${printed}” once`],
  };
}

/** Written so often in full, tables counted, the name of a company is established. */
const ESTABLISHED = 3;
const LETTER = 'a letter is wrong, missing or misplaced';

/** A company is written so often in one way that once in another is a slip. */
const CERTAIN = 10;

function differs(filing: Filing, variant: NameVariant) {
  const { printed, expected, usual, rare, start, end } = variant;
  const block = filing.blocks[variant.block];
  const isCertain =
    rare === 1 && usual >= CERTAIN && variant.slip === 'letter' && isOfCompany(filing, variant);
  return {
    message: 'differs' as const,
    values: { printed, expected, usual: String(usual) },
    ...(isCertain ? { severity: 'error' as const } : {}),
    at: block === undefined ? ([0, 0] as const) : rangeIn(filing, block, start, end),
    suspects: [],
    printed,
    expected,
    cause: variant.slip === 'letter' ? LETTER : 'a small word is missing',
    evidence: [`“${expected}” stands ${usual} times, “${printed}” ${rare === 1 ? 'once' : `${rare} times`}`],
  };
}

const limits = [
  'A name must stand three times in its usual spelling, that of a company with its form twice; one that is written wrong each time is not seen.',
  'Only one letter, two swapped letters and a missing “and”, “of” or “&” are seen; short forms and the form of company are free.',
  'Of tables only the names of companies with their form (Inc., Ltd.) are read, where they begin a row; names in capitals are not.',
  'A company whose name differs from another’s by one letter, and in nothing else, is taken for that one.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'One party, one spelling, in full and in short',
    text: [
      'We supply Harbor Lane Foods, Inc. under a contract that ends in 2009. Harbor Lane Foods may extend it.',
      '',
      'If Harbor Lane Foods does not extend the contract, our sales fall. The Harbor Lane group is our largest customer.',
    ].join('\n'),
  },
  {
    name: 'A letter more',
    text: [
      'We supply Harbor Lane Foods, Inc. under a contract that ends in 2009. Harbor Lane Foods may extend it.',
      '',
      'Sales to Harbour Lane Foods were ¥12.3 billion. If Harbor Lane Foods does not extend the contract, they fall.',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected name “Harbour Lane”, expected “Harbor Lane”, as it stands 3 times. Check which party is meant and how it writes its name.',
        at: 'Harbour Lane',
        cause: 'a letter is wrong, missing or misplaced',
      },
    ],
  },
  {
    name: 'A company in full, in a sentence and in a table',
    text: [
      'Hoshino Warehouse Co., Ltd. stores our goods. We rent four buildings of Hoshino Warehause Co., Ltd. in Kobe.',
      '',
      'Holder\tShares',
      'Hoshino Warehouse Co., Ltd.\t9,873',
      'Shiokaze Trust Bank, Ltd.\t8,120',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected name “Hoshino Warehause”, expected “Hoshino Warehouse”, as it stands 2 times. Check which party is meant and how it writes its name.',
        at: 'Hoshino Warehause',
        cause: 'a letter is wrong, missing or misplaced',
      },
    ],
  },
  {
    name: 'A small word left out',
    text: [
      'We lease lines from Minato Telegraph and Telephone East. We also lease lines from Minato Telegraph and Telephone South.',
      '',
      'In 2005 the tariffs of Minato Telegraph Telephone West rose by 3%.',
    ].join('\n'),
    findings: [
      {
        message:
          'Unexpected name “Minato Telegraph Telephone”, expected “Minato Telegraph and Telephone”, as it stands 2 times. Check which party is meant and how it writes its name.',
        at: 'Minato Telegraph Telephone',
        cause: 'a small word is missing',
      },
    ],
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
