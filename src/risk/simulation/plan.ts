import { InputError } from '../../value/index.js';
import type { Base, Line } from '../waterfall/base.js';
import { MEASURES, type Measure } from '../waterfall/measure.js';
import type { Waterfall } from '../waterfall/waterfall.js';
import type { SharedSources } from './block-context.js';
import { inOrder } from './order.js';
import type { EffectTarget, RiskSampler } from './risk-sampler.js';

/** Trials that are simulated together, in arrays that fit the processor's nearest memory. */
export const BLOCK_TRIALS = 4096;
/** The effects of each risk are kept for so many trials from the first on. */
const DETAIL_TRIALS = 65_536;
/** Numbers that the detail may hold (128 MB): a register of very many risks keeps fewer trials. */
const DETAIL_VALUES = 2 ** 24;

export interface PlanSettings {
  /** An integer of up to 64 bits. */
  readonly seed: number | bigint;
  readonly trials: number;
  /** `sketch`: quantiles to within 0.05% of themselves in little memory; `exact`: every value is kept. */
  readonly quantiles: 'sketch' | 'exact';
}

/** What is simulated, ready to run. */
export interface PlanParts {
  readonly base: Base;
  readonly waterfall: Waterfall;
  readonly samplers: readonly RiskSampler[];
  readonly shared: Omit<SharedSources, 'counted'>;
  /** Risks whose occurrences are of interest even where no other risk asks for them. */
  readonly occurring: readonly string[];
}

/** A register made ready to simulate, in one thread. */
export interface Plan {
  readonly settings: PlanSettings;
  readonly base: Base;
  readonly waterfall: Waterfall;
  readonly shared: SharedSources;
  /** In the order in which they are simulated. */
  readonly risks: readonly PlannedRisk[];
  /** What the summaries hold a column of, in order: first measures, then risks. */
  readonly accounts: readonly Account[];
  readonly measures: readonly PlannedMeasure[];
  /** Which lines something reaches, in the order of the base. */
  readonly reached: readonly boolean[];
  readonly movesAds: { readonly price: boolean; readonly rate: boolean };
  /** So many blocks from the first on are kept in detail. */
  readonly detailBlocks: number;
}

export interface PlannedRisk {
  readonly sampler: RiskSampler;
  /** For each effect: the place of its line in the base, or what of the ADS it moves. */
  readonly targets: readonly (number | 'price' | 'rate')[];
  /** What its own effect is measured on: the first of these that it reaches. */
  readonly effectOn: EffectOn;
  /** The effects that add up to that. */
  readonly measured: readonly number[];
  /** Null where it reaches none. */
  readonly account: number | null;
  /** Another risk asks how often it occurs. */
  readonly isAsked: boolean;
  readonly occurs: boolean;
}

/**
 * Income before tax: lines of any kind but other comprehensive income, results of affiliates among them. `ads-value`:
 * the change of the logarithm of what an ADS is worth in dollars.
 */
export type EffectOn = 'income-before-tax' | 'other-comprehensive-income' | 'ads-value' | 'none';

export interface PlannedMeasure {
  readonly measure: Measure;
  /** Null where nothing moves it. Two measures that change by the same have one account. */
  readonly account: number | null;
  /** Moments of every order below this are finite. */
  readonly momentsBelow: number;
}

export type Account = { readonly measure: Measure } | { readonly risk: string };

/**
 * @throws InputError where two risks have one id, risks raise each other in a circle, or an effect goes to a line that
 * the base does not have
 */
export function planOf(parts: PlanParts, settings: PlanSettings): Plan {
  const { base, waterfall, shared, occurring } = parts;
  const ordered = inOrder(parts.samplers);
  const asked = new Set(ordered.flatMap(({ after }) => after));
  const places = new Map(base.lines.map(({ id }, place) => [id, place]));
  const targets = ordered.map((sampler) =>
    sampler.effects.map((target) => placeOf(target, places, sampler.risk)),
  );
  const accounts: Account[] = [];
  const measures = measureAccounts(base, ordered, targets, accounts);
  const isOccurring = new Set(occurring);
  const risks = ordered.map((sampler, nth): PlannedRisk => {
    const places = targets[nth] as readonly (number | 'price' | 'rate')[];
    const reaches = places.map((place) => effectOn(base, place));
    const on = EFFECTS_ON.find((each) => reaches.includes(each)) ?? 'none';
    return {
      sampler,
      targets: places,
      effectOn: on,
      measured: reaches.flatMap((each, effect) => (each === on ? [effect] : [])),
      account: on === 'none' ? null : accounts.push({ risk: sampler.risk }) - 1,
      isAsked: asked.has(sampler.risk),
      occurs: isOccurring.has(sampler.risk),
    };
  });
  const targeted = new Set(targets.flat());
  const columns = targets.flat().length + MEASURES.length + occurring.length;
  return {
    settings,
    base,
    waterfall,
    shared: { ...shared, counted: [...new Set([...asked, ...occurring])] },
    risks,
    accounts,
    measures,
    reached: base.lines.map((_, place) => targeted.has(place)),
    movesAds: { price: targeted.has('price'), rate: targeted.has('rate') },
    detailBlocks: Math.max(1, Math.floor(Math.min(DETAIL_TRIALS, DETAIL_VALUES / columns) / BLOCK_TRIALS)),
  };
}

/** How many blocks the trials of a plan are. */
export function blocksOf({ trials }: PlanSettings): number {
  return Math.ceil(trials / BLOCK_TRIALS);
}

/** Trials of a block: all but the last are full. */
export function trialsOfBlock({ trials }: PlanSettings, block: number): number {
  return Math.min(BLOCK_TRIALS, trials - block * BLOCK_TRIALS);
}

function placeOf(
  target: EffectTarget,
  places: ReadonlyMap<string, number>,
  risk: string,
): number | 'price' | 'rate' {
  if ('ads' in target) return target.ads;
  const place = places.get(target.line);
  if (place !== undefined) return place;
  const known = [...places.keys()].join(', ');
  throw new InputError(
    'bad-config',
    `The risk "${risk}" acts on the line "${target.line}", which the base does not have. Name one of: ${known}.`,
  );
}

const EFFECTS_ON = ['income-before-tax', 'other-comprehensive-income', 'ads-value'] as const;

function effectOn(base: Base, place: number | 'price' | 'rate'): EffectOn {
  if (typeof place !== 'number') return 'ads-value';
  const { kind } = base.lines[place] as Line;
  return kind === 'other-comprehensive-income' ? kind : 'income-before-tax';
}

/** Which kinds of line move a measure; 'ads' stands for the price and the rate themselves. */
const MOVED_BY: Record<Measure, readonly (Line['kind'] | 'ads')[]> = {
  revenue: ['revenue'],
  'operating-income': ['revenue', 'cost'],
  'net-income': ['revenue', 'cost', 'other', 'equity-method'],
  'other-comprehensive-income': ['other-comprehensive-income'],
  equity: ['revenue', 'cost', 'other', 'equity-method', 'other-comprehensive-income'],
  'ads-value': ['ads'],
};

function measureAccounts(
  base: Base,
  samplers: readonly RiskSampler[],
  targets: readonly (readonly (number | 'price' | 'rate')[])[],
  accounts: Account[],
): PlannedMeasure[] {
  const kinds = targets.map((places) =>
    places.map((place) => (typeof place === 'number' ? (base.lines[place] as Line).kind : 'ads')),
  );
  const byMovers = new Map<string, number>();
  return MEASURES.flatMap((measure): PlannedMeasure[] => {
    if (measure === 'ads-value' && base.ads === null) return [];
    const moving = samplers.filter((_, nth) => kinds[nth]?.some((kind) => moves(kind, measure, base)));
    if (moving.length === 0) return [{ measure, account: null, momentsBelow: Number.POSITIVE_INFINITY }];
    const momentsBelow = moving.reduce(
      (least, sampler) => Math.min(least, sampler.momentsBelow),
      Number.POSITIVE_INFINITY,
    );
    const same = sameChangeAs(measure, base, new Set(kinds.flat()));
    const account = byMovers.get(same) ?? accounts.push({ measure }) - 1;
    byMovers.set(same, account);
    return [{ measure, account, momentsBelow }];
  });
}

function moves(kind: Line['kind'] | 'ads', measure: Measure, base: Base): boolean {
  if (MOVED_BY[measure].includes(kind)) return true;
  // Results enter the value of the shares by a multiple of net income.
  return (
    measure === 'ads-value' &&
    (base.ads?.earningsMultiple ?? 0) !== 0 &&
    MOVED_BY['net-income'].includes(kind)
  );
}

/** The first measure that changes by the same in every trial, so that it need not be counted twice. */
function sameChangeAs(measure: Measure, base: Base, kinds: ReadonlySet<Line['kind'] | 'ads'>): string {
  const untaxed = base.tax.rate === 0 && base.minorities.length === 0;
  const operatingOnly = !kinds.has('other') && !kinds.has('equity-method');
  if (measure === 'net-income' && untaxed && operatingOnly) return 'operating-income';
  if (measure === 'equity' && !kinds.has('other-comprehensive-income')) {
    return sameChangeAs('net-income', base, kinds);
  }
  return measure;
}
