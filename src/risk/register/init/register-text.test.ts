import { describe, expect, it } from 'vitest';
import { CATEGORIES, categoryOf } from '../categories.js';
import { readRegister, requireRegister } from '../read-register.js';
import { resolveRegister } from '../resolve/resolve-register.js';
import type { DisclosedFactor, DisclosedFigure, DisclosedReport } from './disclosed.js';
import { headingLikeness } from './heading-likeness.js';
import { modelSkeleton, STANDARD_LINES } from './model-skeleton.js';
import { registerText } from './register-text.js';
import { updateRegister } from './update-register.js';

const figure = (text: string, value: string, unit: string, label: string, line = 7): DisclosedFigure => ({
  key: `k${value}`.slice(0, 12),
  text,
  value,
  unit,
  label,
  line,
});

const factor = (heading: string, ...figures: DisclosedFigure[]): DisclosedFactor => ({
  key: `h${heading.length}`,
  heading,
  group: null,
  line: 5,
  figures,
});

const REPORT: DisclosedReport = {
  path: '../reports/2026.htm',
  issuer: 'Sample Carrier: K.K.',
  currency: 'JPY',
  periodEnd: '2026-03-31',
  factors: [
    factor('Our network may be interrupted.'),
    factor(
      'We rely on affiliates: they may lose "our" money, and need more.',
      figure('¥820 million', '820000000', 'JPY', 'carrying amount of our investment'),
      figure('¥1,234,567 thousand', '1234567000', 'JPY', 'carrying amount of our investment'),
      figure('30.0%', '30.0', 'percent', 'of Asagiri Streaming Inc'),
      figure('12,500', '12500', 'share', 'additional shares'),
      figure('March 31, 2026', '2026-03-31', 'date', '2026-03-31'),
    ),
    factor('Our network may be interrupted.'),
  ],
  base: {
    revenue: figure('¥50,230', '50230000000', 'JPY', 'Revenues'),
    'operating-income': figure('4,377', '4377000000', 'JPY', 'Operating income'),
  },
};

describe('registerText', () => {
  const text = registerText(REPORT, 'Privileged and confidential');
  const register = requireRegister(text, 'risks.yaml');

  it('is a register without errors or warnings, with what is open said', () => {
    const { problems } = readRegister(text, 'risks.yaml');
    expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(problems.filter(({ code }) => code === 'open').length).toBeGreaterThan(10);
  });

  it('begins with the legend', () => {
    expect(text.startsWith('# Privileged and confidential\n')).toBe(true);
    expect(registerText(REPORT, null).startsWith('# yaml-language-server')).toBe(true);
  });

  it('has the figures as inputs, each with its place, dates left out', () => {
    expect(text).toContain(
      '  carrying-amount-investment:\n    value: JPY 820 million\n    source: { figure: ¥820 million, line: 7, key: k820000000 }\n',
    );
    expect(text).toContain(
      '  carrying-amount-investment-2:\n    value: JPY 1,234.567 million\n'.replace(
        '1,234.567 million',
        '1,234.567 million',
      ),
    );
    expect(Object.keys(register.content.inputs ?? {})).toEqual([
      'carrying-amount-investment',
      'carrying-amount-investment-2',
      'percent-asagiri-streaming-inc',
      'additional-shares',
    ]);
  });

  it('has the risks with ids of their own, as disclosed', () => {
    expect(Object.keys(register.content.risks)).toEqual([
      'network-interrupted',
      'rely-affiliates-lose-money',
      'network-interrupted-2',
    ]);
    expect(register.content.risks['rely-affiliates-lose-money']?.heading).toBe(REPORT.factors[1]?.heading);
    expect(register.content.issuer).toBe('Sample Carrier: K.K.');
  });

  it('has the base from the report, costs as what lies between', () => {
    expect(register.content.base?.lines['revenue']?.amount.text).toBe('JPY 50.23 billion');
    expect(register.content.base?.lines['costs']?.amount.text).toBe('JPY 45.853 billion');
  });

  it('is a register also where the report says next to nothing', () => {
    const bare = { ...REPORT, issuer: null, currency: null, periodEnd: null, base: {}, factors: [] };
    expect(
      readRegister(registerText(bare, null), 'r').problems.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });
});

describe('modelSkeleton', () => {
  it.each(CATEGORIES)('reads when it is filled in, for %s', (category) => {
    const lines = modelSkeleton(
      category,
      [{ name: 'claims', figure: figure('¥5 billion', '5000000000', 'JPY', 'claims') }],
      {
        lines: STANDARD_LINES,
        currency: 'JPY',
        asOf: '2026-03-31',
      },
    );
    expect(lines.every((line) => line.startsWith('# '))).toBe(true);
    if (category === 'unsorted') return;
    const model = lines.slice(1).map((line) => `    ${line.slice(2)}`);
    const bare = registerText({ ...REPORT, factors: [factor('Prices may fall.')] }, null);
    const withModel = bare
      .replace('# short-rate', 'short-rate')
      .replace(/ {4}# model:[\s\S]*$/, () => `${model.join('\n')}\n`);
    const open = readRegister(withModel, 'r');
    expect(open.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const filled = fill(withModel);
    const { register, problems } = readRegister(filled, 'r');
    expect(problems.filter(({ severity, code }) => severity === 'error' || code === 'open')).toEqual([]);
    const numbers = resolveRegister(register as NonNullable<typeof register>, { readFile: () => '' });
    expect(numbers.risks).toHaveLength(1);
  });

  /** A number of the right kind for each "open" of the skeletons. */
  function fill(text: string): string {
    return text
      .replaceAll('author: open, date: open', 'author: A. Mori, date: 2026-04-01')
      .replaceAll('owner: open', 'owner: Sales')
      .replaceAll('review: open', 'review: 2026-10-01')
      .replaceAll('assumption: open', 'assumption: Ours')
      .replace('equity: open', 'equity: JPY 1 billion')
      .replace('rate: open, volatility: open', 'rate: 1%, volatility: 0.4%')
      .replace('rate: open }', 'rate: 1 a year }')
      .replace('spread: open', 'spread: 1%')
      .replace('amount: open, spread', 'amount: JPY 1 billion, spread')
      .replace('1 year: open', '1 year: JPY 1 billion')
      .replace('deviation: open }\n\n', 'deviation: 10% }\n\n')
      .replace('mean: 0%, deviation: open', 'mean: 0%, deviation: 10%')
      .replace('rate: open', 'rate: 30%')
      .replace('failures: open', 'failures: 1 a year')
      .replace('revenue: open, lost: open', 'revenue: JPY 1 billion a year, lost: 10%')
      .replace('amount: open, line', 'amount: USD 1 million, line')
      .replace('shares: open', 'shares: 200,000')
      .replaceAll('share: open', 'share: 30%')
      .replace('low: open, high: open', 'low: 50%, high: 60%')
      .replaceAll(/amount: open/g, 'amount: JPY 0')
      .replace('carrying: open', 'carrying: JPY 1 billion')
      .replace('mean: open, deviation: open', 'mean: JPY 1 million, deviation: JPY 2 million')
      .replace(/(change: .*)5%: open, 95%: open/, '$15%: -8%, 95%: 2%')
      .replace(/(repair: .*)5%: open, 95%: open/, '$15%: 1 hour, 95%: 9 hours')
      .replace('5%: open, 95%: open', '5%: JPY 1 million, 95%: JPY 9 million');
  }
});

describe('modelSkeleton with disclosed figures', () => {
  const context = { lines: STANDARD_LINES, currency: 'JPY', asOf: '2026-03-31' };
  const inputs = [
    { name: 'invested', figure: figure('¥750 million', '750000000', 'JPY', 'invested in Asagiri Streaming') },
    { name: 'losses', figure: figure('¥2 billion', '2000000000', 'JPY', 'net loss') },
    { name: 'funding', figure: figure('¥90 million', '90000000', 'JPY', 'further funding') },
    { name: 'stake', figure: figure('30%', '30', 'percent', 'of Asagiri Streaming') },
  ];

  it('takes the one that fits by its unit and the words of its label', () => {
    const lines = modelSkeleton('affiliates and investments', inputs, context);
    expect(lines).toContain('#   carrying: $invested');
    expect(lines).toContain('#   share: $stake');
    expect(lines).toContain('#   commitments: [{ amount: $funding, from: 2026-03-31, to: 2027-03-31 }]');
    expect(modelSkeleton('principal shareholder', inputs, context).join()).toContain('share: $stake');
  });

  it('leaves open what two fit', () => {
    const two = [
      ...inputs,
      { name: 'other', figure: figure('¥1 billion', '1000000000', 'JPY', 'invested elsewhere') },
    ];
    expect(modelSkeleton('affiliates and investments', two, context)).toContain('#   carrying: open');
  });
});

describe('updateRegister', () => {
  const text = `${registerText(REPORT, null)}  # The end\n`;
  const update = (factors: readonly DisclosedFactor[], from = text) =>
    updateRegister(from, requireRegister(from, 'r').content, { ...REPORT, factors });

  it('changes nothing where nothing changed', () => {
    const { text: same, added, changed, gone, unchanged } = update(REPORT.factors);
    expect(same).toBe(text);
    expect([added, changed, gone, unchanged]).toEqual([[], [], [], 3]);
  });

  it('adds what is new, rewords what was reworded, names what is gone', () => {
    const reworded = {
      ...factor('We rely on affiliates; they may lose our money and may need much more of it.'),
      key: 'other',
    };
    const result = update([
      factor('Our network may be interrupted.'),
      reworded,
      factor('Claims may be brought.', figure('¥5 billion', '5000000000', 'JPY', 'claims')),
    ]);
    expect(result.added).toEqual([{ id: 'claims-brought', heading: 'Claims may be brought.' }]);
    expect(result.changed.map(({ id }) => id)).toEqual(['rely-affiliates-lose-money']);
    expect(result.gone).toEqual([]);
    const register = requireRegister(result.text, 'r');
    expect(register.content.risks['rely-affiliates-lose-money']).toMatchObject({
      heading: reworded.heading,
      factor: 'other',
    });
    expect(register.content.inputs?.['claims']?.value.text).toBe('JPY 5 billion');
    expect(Object.keys(register.content.risks).at(-1)).toBe('claims-brought');
    // Every line that was there and was not reworded is still there, in its order.
    const kept = text
      .split('\n')
      .filter((line) => !line.includes('rely on affiliates') && !line.includes('factor:'));
    let at = 0;
    for (const line of result.text.split('\n')) if (line === kept[at]) at++;
    expect(at).toBe(kept.length);
  });

  it('leaves what is gone where it stands', () => {
    const { gone, text: after } = update([factor('Our network may be interrupted.')]);
    expect(gone.map(({ id }) => id)).toEqual(['rely-affiliates-lose-money']);
    expect(after).toBe(text);
  });
});

describe('categoryOf', () => {
  it.each([
    ['Larger rivals may take our accounts.', 'competition'],
    ['The prices of connectivity may fall faster.', 'pricing'],
    ['We depend on our president and other executive officers.', 'personnel and key persons'],
    ['An earthquake could cause outages of our network.', 'network interruption'],
    ['Personal information of our customers may leak.', 'information leak'],
    ['Rapid growth may strain our resources.', 'growth strain'],
    ['New technology may make our services obsolete.', 'technology change'],
    ['Our equity method affiliates may lose money.', 'affiliates and investments'],
    ['Changes in stock prices may reduce the value of available-for-sale securities.', 'equity prices'],
    ['Fluctuations in the exchange rate of the yen may hurt holders.', 'exchange rates'],
    ['Our largest shareholder could influence us.', 'principal shareholder'],
    ['We rely on other carriers and suppliers.', 'carriers and suppliers'],
    ['Our international business faces risks.', 'international'],
    ['Large systems integration projects may overrun.', 'project execution'],
    ['We may be sued over intellectual property.', 'litigation'],
    ['Something may happen.', 'unsorted'],
  ])('finds the category of "%s"', (heading, category) => {
    expect(categoryOf(heading)).toBe(category);
    expect(CATEGORIES).toContain(category);
  });
});

describe('headingLikeness', () => {
  it('is 1 of the same words, 0 of none in common, and counts a word as often as it stands', () => {
    expect(headingLikeness('Prices may fall.', 'prices MAY fall')).toBe(1);
    expect(headingLikeness('Prices fall', 'Claims rise')).toBe(0);
    expect(headingLikeness('fall fall fall', 'fall')).toBe(0.5);
    expect(headingLikeness('', '')).toBe(0);
  });
});
