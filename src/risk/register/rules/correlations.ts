import { InputError } from '../../../value/index.js';
import { correlationMatrix } from '../../dependence/correlation-matrix.js';
import type { Correlation } from '../../resolved-register.js';
import { meant } from '../reading/meant.js';
import { type Draft, error, warning } from '../reading/problem.js';
import type { RegisterPath } from '../reading/register-path.js';
import { Amounts } from '../resolve/amounts.js';
import type { RegisterContent } from '../schema/register-schema.js';
import { caught, upToMost } from './quantities.js';

type Pair = NonNullable<RegisterContent['correlations']>['pairs'][number];

/** Pairs name variables that there are, once, with one measure between -1 and 1. */
export function correlationProblems(content: RegisterContent): Draft[] {
  const { correlations } = content;
  if (correlations === undefined) return [];
  const known = variablesOf(content);
  const names = new Set(known);
  const seen = new Map<string, Pair>();
  return [
    ...copulaProblems(content),
    ...upToMost(correlations.pairs, (pair, index) => {
      const path = ['correlations', 'pairs', index];
      return [
        ...pair.between.flatMap((variable, side) =>
          names.has(variable)
            ? []
            : [
                error(
                  'unknown-reference',
                  [...path, 'between', side],
                  `unknown variable "${variable.slice(0, 60)}"${meant(variable, known, 'no risk has a model that could be tied')}`,
                ),
              ],
        ),
        ...measureProblems(pair, path, content),
        ...repeated(pair, path, seen),
      ];
    }),
  ];
}

function copulaProblems({ correlations }: RegisterContent): Draft[] {
  const path = ['correlations'];
  if (correlations?.copula !== 't') {
    if (correlations?.freedom === undefined) return [];
    return [
      warning(
        'contradiction',
        [...path, 'freedom'],
        '"freedom" is of the t copula; write "copula: t", or leave it out',
        'key',
      ),
    ];
  }
  if (correlations.freedom === undefined) {
    return [
      error(
        'missing',
        [...path, 'copula'],
        'missing "freedom": a t copula has degrees of freedom, such as 5',
      ),
    ];
  }
  const value = Number(correlations.freedom.text);
  if (Number.isNaN(value) || value > 2) return [];
  return [
    error('quantity', [...path, 'freedom'], `unexpected ${value}, expected more than 2 degrees of freedom`),
  ];
}

function measureProblems(pair: Pair, path: RegisterPath, content: RegisterContent): Draft[] {
  const { kendall, spearman, between } = pair;
  if (between[0] === between[1]) {
    return [
      error('contradiction', [...path, 'between'], `"${between[0]}" is tied to itself: name two variables`),
    ];
  }
  if (kendall !== undefined && spearman !== undefined) {
    return [
      error(
        'contradiction',
        [...path, 'spearman'],
        'unexpected "spearman" beside "kendall": a pair has one measure',
        'key',
      ),
    ];
  }
  const quantity = kendall ?? spearman;
  if (quantity === undefined) {
    return [
      error(
        'missing',
        path,
        'missing "kendall" or "spearman": how closely the two move together, between -1 and 1',
        'key',
      ),
    ];
  }
  const at = [...path, kendall === undefined ? 'spearman' : 'kendall'];
  let value = 0;
  const wrong = caught(() => {
    value = new Amounts(content).number(quantity, at);
  });
  if (wrong.length > 0) return [];
  if (value > -1 && value < 1) return [];
  return [
    error('quantity', at, `unexpected correlation ${quantity.text}, expected one above -1 and below 1`),
  ];
}

/** Correlations that contradict each other together are repaired when they are used: said beforehand. */
export function repairedCorrelations(
  content: RegisterContent,
  correlations: readonly Correlation[],
): Draft[] {
  if (correlations.length === 0) return [];
  const { copula = 'gaussian', freedom } = content.correlations ?? {};
  const path = ['correlations', 'pairs'];
  try {
    const degrees =
      freedom === undefined ? 0 : new Amounts(content).number(freedom, ['correlations', 'freedom']);
    const { report } = correlationMatrix(
      correlations,
      copula === 't' ? { copula, freedom: degrees } : { copula },
    );
    if (report.outcome !== 'repaired') return [];
    const change = report.largestChange.toFixed(2);
    const [worst] = report.pairs
      .filter(({ stated }) => stated !== null)
      .sort(
        (one, other) => Math.abs(other.used - (other.stated ?? 0)) - Math.abs(one.used - (one.stated ?? 0)),
      );
    const example =
      worst === undefined
        ? ''
        : `, as that of "${worst.between[0]}" and "${worst.between[1]}" from ${worst.stated} to ${worst.used.toFixed(2)}`;
    return [
      warning(
        'correlations',
        path,
        `these correlations cannot all hold together: they are moved to the nearest that can, by up to ${change}${example}`,
        'key',
      ),
    ];
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    return [error('correlations', path, cause.message, 'key')];
  }
}

function repeated(pair: Pair, path: RegisterPath, seen: Map<string, Pair>): Draft[] {
  const key = [...pair.between].sort().join('\n');
  const earlier = seen.get(key);
  seen.set(key, earlier ?? pair);
  if (earlier === undefined) return [];
  const [one, other] = [textOf(earlier), textOf(pair)];
  const pairText = `"${pair.between[0]}" and "${pair.between[1]}"`;
  return [
    one === other
      ? warning(
          'contradiction',
          path,
          `${pairText} are tied twice, both times by ${one}: leave one out`,
          'key',
        )
      : error(
          'contradiction',
          path,
          `contradictory correlations of ${pairText}: ${one} before, ${other} here; leave one out`,
          'key',
        ),
  ];
}

function textOf({ kendall, spearman }: Pair): string {
  return kendall === undefined ? `spearman ${spearman?.text ?? ''}` : `kendall ${kendall.text}`;
}

/** The names that a correlation may use. */
export function variablesOf({ risks, market }: RegisterContent): string[] {
  const ofRisks = Object.entries(risks).flatMap(([id, { model }]) => {
    switch (model?.kind) {
      case 'driver':
        return [id];
      case 'event':
        return [`${id}.frequency`, `${id}.severity`];
      case 'holding': {
        const hasValue = model.value !== undefined && !('factor' in model.value);
        return [
          ...(model.result === undefined ? [] : [`${id}.result`]),
          ...(hasValue ? [`${id}.value`] : []),
        ];
      }
      default:
        return [];
    }
  });
  return [...ofRisks, ...Object.keys(market?.factors ?? {}).map((id) => `factor.${id}`)];
}
