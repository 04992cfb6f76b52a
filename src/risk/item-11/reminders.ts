import type { Item11 } from './item-11-data.js';
import type { PriorItem11 } from './prior-item-11.js';
import { TOTAL_KEY } from './tabular-total.js';

/** A change from last year that is large enough for the form to want its reason. */
const MATERIAL_CHANGE = 0.1;

/** What a shock moves, the first that it does stands for the others. */
const EFFECTS = ['fairValue', 'income', 'otherComprehensiveIncome'] as const;

type Alternatives = Pick<Item11, 'tabular' | 'sensitivity' | 'valueAtRisk'>;

/** A number of this year and of last. */
interface Pair {
  readonly name: string;
  readonly now: number;
  readonly before: number;
}

/** What changed from last year so that it wants a reason in words: numbers by more than a tenth, and instruments that are new or gone. */
export function remindersOf(alternatives: Alternatives, prior: PriorItem11 | null): string[] {
  return [...changesOf(alternatives), ...(prior === null ? [] : newAndGone(alternatives, prior))];
}

function changesOf(alternatives: Alternatives): string[] {
  return [...tabularPairs(alternatives), ...sensitivityPairs(alternatives), ...valueAtRiskPairs(alternatives)]
    .filter(({ now, before }) => Math.abs(now - before) > MATERIAL_CHANGE * Math.abs(before))
    .map((pair) => `${pair.name}: ${changeText(pair)}; give the reason.`);
}

/** Positions by name; the totals are made of these. */
function newAndGone({ tabular }: Alternatives, prior: PriorItem11): string[] {
  const now = tabular.flatMap(({ rows }) => rows.filter(({ isTotal }) => !isTotal));
  const kept = new Set(now.map(({ key }) => key));
  const before = prior.tabular.flatMap(({ rows }) => rows.map(({ key }) => key));
  const known = new Set(before);
  const gone = before.filter((key) => !kept.has(key) && !key.endsWith(TOTAL_KEY));
  return [
    ...now.flatMap(({ key, name }) =>
      known.has(key) ? [] : [`${name}: not in last year's table; say when it was taken on.`],
    ),
    ...gone.map((key) => `${nameIn(key)}: in last year's table and not in this one; say what became of it.`),
  ];
}

/** Of a key "category/purpose/risk/name". */
function nameIn(key: string): string {
  return key.split('/').slice(3).join('/');
}

function tabularPairs({ tabular }: Alternatives): Pair[] {
  return tabular.flatMap(({ category, purpose, rows }) =>
    rows.flatMap(({ name, isTotal, fairValue, prior }) => {
      if (isTotal || fairValue === null || prior === null || prior.fairValue === null) return [];
      return [
        { name: `Fair value of ${name} (${category}, ${purpose})`, now: fairValue, before: prior.fairValue },
      ];
    }),
  );
}

/** One of each factor: its shocks and what they do change together. */
function sensitivityPairs({ sensitivity }: Alternatives): Pair[] {
  return sensitivity.flatMap(({ category, purpose, rows }) => {
    const first = rows.filter((row, at) => rows.findIndex(({ factor }) => factor === row.factor) === at);
    return first.flatMap((row) => {
      const { prior } = row;
      if (prior === null) return [];
      const moved = EFFECTS.find((effect) => row[effect] !== 0 || prior[effect] !== 0) ?? 'fairValue';
      const name = `Sensitivity to ${row.name}, ${row.shock} (${category}, ${purpose})`;
      return [{ name, now: row[moved], before: prior[moved] }];
    });
  });
}

function valueAtRiskPairs({ valueAtRisk }: Alternatives): Pair[] {
  return valueAtRisk.flatMap(({ purpose, parts, total }) =>
    (total === null ? parts : [...parts, total]).flatMap(({ category, valueAtRisk: now, prior }) =>
      prior === null
        ? []
        : [{ name: `Value at risk, ${category} (${purpose})`, now: now.value, before: prior }],
    ),
  );
}

/** By size: what is owed and grows is larger, though its value falls. */
function changeText({ now, before }: Pair): string {
  if (before === 0) return 'was 0 last year';
  if (now !== 0 && now > 0 !== before > 0)
    return `turned from ${before > 0 ? 'positive to negative' : 'negative to positive'}`;
  const percent = (Math.abs(now) / Math.abs(before) - 1) * 100;
  return `${Math.abs(percent).toFixed(0)}% ${percent > 0 ? 'larger' : 'smaller'} than last year`;
}
