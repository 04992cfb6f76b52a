import { likelyModel } from '../categories.js';
import type { RegisterContent } from '../schema/register-schema.js';
import type { DisclosedFigure } from './disclosed.js';

/** A disclosed figure under the name of its input. */
export interface DisclosedInput {
  readonly name: string;
  readonly figure: DisclosedFigure;
}

/** What skeletons name of the register that they stand in. */
export interface SkeletonContext {
  /** Ids of lines of the base, by what they are. */
  readonly lines: Readonly<Record<'revenue' | 'costs' | 'other' | 'affiliates' | 'reserve', string>>;
  readonly currency: string;
  /** The day of the register; null where it is open. */
  readonly asOf: string | null;
}

/** The lines that a new register begins with. */
export const STANDARD_LINES: SkeletonContext['lines'] = {
  revenue: 'revenue',
  costs: 'costs',
  other: 'other',
  affiliates: 'affiliates',
  reserve: 'securities-reserve',
};

/** Those of a register that is there: the first line of each kind. */
export function linesOf({ base }: RegisterContent): SkeletonContext['lines'] {
  const first = (kind: string) =>
    Object.entries(base?.lines ?? {}).find(([, line]) => line.kind === kind)?.[0];
  return {
    revenue: first('revenue') ?? STANDARD_LINES.revenue,
    costs: first('cost') ?? STANDARD_LINES.costs,
    other: first('other') ?? STANDARD_LINES.other,
    affiliates: first('equity-method') ?? STANDARD_LINES.affiliates,
    reserve: first('other-comprehensive-income') ?? STANDARD_LINES.reserve,
  };
}

/** The currency that is not the register's, and the factor that a new register has for it. */
export function foreignFactor(currency: string): { currency: string; id: string; rates: string } {
  const foreign = currency === 'USD' ? 'EUR' : 'USD';
  return { currency: foreign, id: `${foreign}-${currency}`.toLowerCase(), rates: `${currency}/${foreign}` };
}

/** The factor that a new register has for interest. */
export const INTEREST_FACTOR = 'short-rate';

/**
 * The model that a risk of the category is likely to need, commented out: disclosed figures where one fits, "open" where
 * a number is due. Taking the "# " away gives a model that reads.
 */
export function modelSkeleton(
  category: string,
  inputs: readonly DisclosedInput[],
  context: SkeletonContext,
): string[] {
  const kind = likelyModel(category);
  const figures =
    inputs.length === 0 ? [] : [`Its figures: ${inputs.map(({ name }) => `$${name}`).join(', ')}`];
  const lines =
    kind === null
      ? ['model: one of driver, event, market, dependency, holding, ownership']
      : skeletonOf(category, kind, new Choice(inputs), context);
  return [...figures, ...lines].map((line) => `# ${line}`);
}

function skeletonOf(
  category: string,
  kind: NonNullable<ReturnType<typeof likelyModel>>,
  choice: Choice,
  context: SkeletonContext,
): string[] {
  const { lines } = context;
  switch (kind) {
    case 'driver':
      return [
        'model:',
        '  kind: driver',
        `  moves: [{ line: ${lines.revenue}, through: amount }]`,
        '  change: { distribution: normal, quantiles: { 5%: open, 95%: open } }',
      ];
    case 'event':
      return [
        'model:',
        '  kind: event',
        '  frequency: { distribution: poisson, rate: open }',
        '  severity: { distribution: lognormal, quantiles: { 5%: open, 95%: open } }',
        `  to: { ${lines.costs}: 100% }`,
      ];
    case 'dependency':
      return [
        'model:',
        '  kind: dependency',
        '  nodes:',
        '    site:',
        '      name: Main site',
        '      type: site',
        '      failures: open',
        '      repair: { distribution: lognormal, quantiles: { 5%: open, 95%: open } }',
        '  services:',
        `    service: { name: Main service, needs: site, line: ${lines.revenue}, revenue: open, lost: open }`,
      ];
    case 'market':
      return category === 'financing' ? debtSkeleton(choice, context) : currencySkeleton(context);
    case 'holding':
      return category === 'equity prices'
        ? securitiesSkeleton(choice, context)
        : affiliateSkeleton(choice, context);
    case 'ownership':
      return [
        'model:',
        '  kind: ownership',
        `  shares: ${choice.of(['share'], /outstanding|issued/)}`,
        '  holders:',
        `    largest: { name: Largest shareholder, share: ${choice.of(['percent'], /share|vot|own|outstanding/, /./)}, always-votes: true }`,
        '  turnout: { distribution: uniform, low: open, high: open }',
      ];
  }
}

function currencySkeleton({ currency, lines }: SkeletonContext): string[] {
  const { id, currency: foreign } = foreignFactor(currency);
  return [
    'model:',
    '  kind: market',
    '  category: foreign-exchange',
    '  purpose: other',
    '  positions:',
    `    - { position: currency, name: Receivables in ${foreign}, factor: ${id}, amount: open, line: ${lines.other} }`,
  ];
}

function debtSkeleton(choice: Choice, { currency, lines }: SkeletonContext): string[] {
  const amount = choice.of([currency], /debt|loan|borrow|bond|note/);
  return [
    'model:',
    '  kind: market',
    '  category: interest-rate',
    '  purpose: other',
    '  positions:',
    `    - { position: rate, name: Debt, instrument: debt, factor: ${INTEREST_FACTOR}, amount: ${amount}, spread: open, line: ${lines.other}, maturities: { 1 year: ${amount} } }`,
  ];
}

function securitiesSkeleton(choice: Choice, { currency, lines }: SkeletonContext): string[] {
  return [
    'model:',
    '  kind: holding',
    '  accounting: other-comprehensive-income',
    `  line: ${lines.reserve}`,
    `  impairment-line: ${lines.other}`,
    `  carrying: ${choice.of([currency], /book value|carrying|fair value|market value/, /securities|shares|stock/)}`,
    '  value: { distribution: normal, mean: 0%, deviation: open }',
  ];
}

function affiliateSkeleton(choice: Choice, { currency, lines, asOf }: SkeletonContext): string[] {
  const funding = choice.of([currency], /fund|commit/);
  const yearOn =
    asOf === null ? null : `${Number(asOf.slice(0, 4)) + 1}${asOf.slice(4).replace('02-29', '02-28')}`;
  return [
    'model:',
    '  kind: holding',
    '  accounting: equity-method',
    `  line: ${lines.affiliates}`,
    `  carrying: ${choice.of([currency], /carrying|book value/, /invest/)}`,
    `  share: ${choice.of(['percent'], /./)}`,
    ...(funding === 'open' || yearOn === null
      ? []
      : [`  commitments: [{ amount: ${funding}, from: ${asOf}, to: ${yearOn} }]`]),
    '  result: { distribution: normal, mean: open, deviation: open }',
  ];
}

/** Chooses a disclosed figure where just one fits. */
class Choice {
  private readonly inputs: readonly DisclosedInput[];

  constructor(inputs: readonly DisclosedInput[]) {
    this.inputs = inputs;
  }

  /** The one figure of such a unit whose label has the words; the first words that leave one decide. Else "open". */
  of(units: readonly string[], ...words: readonly RegExp[]): string {
    const ofUnit = this.inputs.filter(({ figure }) => units.includes(figure.unit));
    for (const pattern of words) {
      const fitting = ofUnit.filter(({ figure }) => pattern.test(figure.label.toLowerCase()));
      const [only, other] = fitting;
      if (only !== undefined && other === undefined) return `$${only.name}`;
    }
    return 'open';
  }
}
