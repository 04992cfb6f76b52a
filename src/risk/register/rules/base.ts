import { type Draft, error, warning } from '../reading/problem.js';
import type { RegisterPath } from '../reading/register-path.js';
import type { RegisterContent } from '../schema/register-schema.js';

/** Lines of the base bear what their kind can; what a model needs of the base is there. */
export function baseProblems(content: RegisterContent): Draft[] {
  return [...lineProblems(content), ...missingAds(content), ...missingBase(content)];
}

/** Volume belongs to revenue: elasticities stand there, and costs follow and are passed on to there. */
function lineProblems({ base }: RegisterContent): Draft[] {
  const lines = base?.lines ?? {};
  return Object.entries(lines).flatMap(([id, line]) => {
    const path: RegisterPath = ['base', 'lines', id];
    const found: Draft[] = [];
    if (line.elasticity !== undefined && line.kind !== 'revenue') {
      found.push(
        warning(
          'line',
          [...path, 'elasticity'],
          `an elasticity says nothing of a line of kind ${line.kind}: it belongs to revenue`,
          'key',
        ),
      );
    }
    for (const key of ['follows', 'passed-on'] as const) {
      for (const target of Object.keys(line[key] ?? {})) {
        const kind = lines[target]?.kind;
        if (kind === undefined || kind === 'revenue') continue;
        const what =
          key === 'follows'
            ? 'a cost follows the volume of revenue'
            : 'a cost is passed on to customers in revenue';
        found.push(
          error(
            'line',
            [...path, key, target],
            `"${target}" is of kind ${kind}, expected a revenue line: ${what}`,
            'key',
          ),
        );
      }
    }
    return found;
  });
}

/** A position in ADSs acts on their value, which the base must have. */
function missingAds({ base, risks }: RegisterContent): Draft[] {
  if (base === undefined || base.ads !== undefined) return [];
  return Object.entries(risks).flatMap(([id, { model }]) => {
    if (model?.kind !== 'market') return [];
    const index = model.positions.findIndex(({ position }) => position === 'ads');
    if (index < 0) return [];
    const path = ['risks', id, 'model', 'positions', index, 'position'];
    return [
      error('missing', path, 'a position in ADSs needs "ads" in the base: share price, shares, ratio, rate'),
    ];
  });
}

function missingBase({ base, risks }: RegisterContent): Draft[] {
  const first = Object.entries(risks).find(([, { model }]) => model !== undefined)?.[0];
  if (base !== undefined || first === undefined) return [];
  return [
    error(
      'missing',
      ['risks', first, 'model'],
      'the register has models but no "base": add the lines of the year’s plan, which they move',
      'key',
    ),
  ];
}
