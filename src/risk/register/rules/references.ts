import { meant } from '../reading/meant.js';
import { type Draft, error } from '../reading/problem.js';
import type { RegisterPath } from '../reading/register-path.js';
import { ROOTS } from '../resolve/find-path.js';
import type { ModelEntry, ModelOf } from '../schema/models.js';
import type { RegisterContent } from '../schema/register-schema.js';
import { MOST_OF_A_RULE } from './quantities.js';

/** What a name must be the name of. */
type Noun = 'line' | 'factor' | 'shared event' | 'risk';

interface Reference {
  readonly noun: Noun;
  readonly name: string;
  readonly path: RegisterPath;
  readonly at: 'key' | 'value';
}

/** Lines, factors, shared events and risks that are named are there. */
export function referenceProblems(content: RegisterContent): Draft[] {
  const known: Readonly<Record<Noun, readonly string[]>> = {
    line: Object.keys(content.base?.lines ?? {}),
    factor: Object.keys(content.market?.factors ?? {}),
    'shared event': Object.keys(content['shared-events'] ?? {}),
    risk: Object.keys(content.risks),
  };
  const sets = Object.fromEntries(Object.entries(known).map(([noun, names]) => [noun, new Set(names)]));
  return [
    ...reservedNames(content),
    ...referencesOf(content)
      .filter(({ noun, name }) => sets[noun]?.has(name) !== true)
      .slice(0, MOST_OF_A_RULE)
      .map(({ noun, name, path, at }) => {
        const remedy = meant(name, known[noun], `the register has no ${noun}s; add it below "${HOME[noun]}"`);
        return error('unknown-reference', path, `unknown ${noun} "${name}"${remedy}`, at);
      }),
  ];
}

const HOME: Readonly<Record<Noun, string>> = {
  line: 'base.lines',
  factor: 'market.factors',
  'shared event': 'shared-events',
  risk: 'risks',
};

/** Paths of shocks and variables of correlations begin with them. */
function reservedNames({ risks }: RegisterContent): Draft[] {
  return [...ROOTS, 'factor']
    .filter((name) => Object.hasOwn(risks, name))
    .map((name) =>
      error(
        'id',
        ['risks', name],
        `unexpected risk "${name}": the word stands for a part of the register; name the risk otherwise`,
        'key',
      ),
    );
}

function referencesOf(content: RegisterContent): Reference[] {
  const { base, risks } = content;
  const found: Reference[] = [];
  for (const [id, line] of Object.entries(base?.lines ?? {})) {
    for (const key of ['follows', 'passed-on'] as const) {
      found.push(...keysOf('line', line[key], ['base', 'lines', id, key]));
    }
  }
  for (const [index, { lines }] of (base?.minorities ?? []).entries()) {
    found.push(...keysOf('line', lines, ['base', 'minorities', index, 'lines']));
  }
  const rate = base?.ads?.rate;
  if (rate !== undefined && 'factor' in rate)
    found.push(value('factor', rate.factor, ['base', 'ads', 'rate', 'factor']));
  for (const [id, { model }] of Object.entries(risks)) {
    if (model !== undefined) found.push(...modelReferences(model, ['risks', id, 'model']));
  }
  return found;
}

function modelReferences(model: ModelEntry, path: RegisterPath): Reference[] {
  const at = (...keys: (string | number)[]) => [...path, ...keys];
  switch (model.kind) {
    case 'driver':
      return model.moves.map(({ line }, index) => value('line', line, at('moves', index, 'line')));
    case 'event':
      return [
        ...keysOf('line', model.to, at('to')),
        ...optional('line', model['recovery-to'], at('recovery-to')),
        ...keysOf('shared event', model.shared, at('shared')),
        ...raisedBy(model.raises, path),
      ];
    case 'dependency':
      return [
        ...Object.entries(model.nodes).flatMap(([id, node]) =>
          keysOf('shared event', node.shared, at('nodes', id, 'shared')),
        ),
        ...Object.entries(model.services).flatMap(([id, service]) => [
          value('line', service.line, at('services', id, 'line')),
          ...optional('line', service['credits-to'], at('services', id, 'credits-to')),
        ]),
        ...raisedBy(model.raises, path),
      ];
    case 'holding':
      return holdingReferences(model, path);
    case 'market':
      return positionReferences(model, path);
    case 'ownership':
      return [];
  }
}

function holdingReferences(model: ModelOf<'holding'>, path: RegisterPath): Reference[] {
  const { value: change, 'planned-gains': gains } = model;
  const factor = change !== undefined && 'factor' in change ? change.factor : undefined;
  return [
    value('line', model.line, [...path, 'line']),
    ...optional('line', model['impairment-line'], [...path, 'impairment-line']),
    ...optional('line', gains?.line, [...path, 'planned-gains', 'line']),
    ...optional('factor', factor, [...path, 'value', 'factor']),
    ...keysOf('shared event', model.shared, [...path, 'shared']),
  ];
}

function positionReferences(model: ModelOf<'market'>, path: RegisterPath): Reference[] {
  return model.positions.flatMap((position, index) => {
    const at = (key: string) => [...path, 'positions', index, key];
    if (position.position === 'ads') {
      return [
        value('factor', position['rate-factor'], at('rate-factor')),
        ...optional('factor', position['price-factor'], at('price-factor')),
      ];
    }
    return [value('factor', position.factor, at('factor')), value('line', position.line, at('line'))];
  });
}

function raisedBy(raises: ModelOf<'event'>['raises'], path: RegisterPath): Reference[] {
  return (raises ?? []).map(({ risk }, index) => value('risk', risk, [...path, 'raises', index, 'risk']));
}

function keysOf(noun: Noun, record: object | undefined, path: RegisterPath): Reference[] {
  return Object.keys(record ?? {}).map((name) => ({ noun, name, path: [...path, name], at: 'key' }));
}

function value(noun: Noun, name: string, path: RegisterPath): Reference {
  return { noun, name, path, at: 'value' };
}

function optional(noun: Noun, name: string | undefined, path: RegisterPath): Reference[] {
  return name === undefined ? [] : [value(noun, name, path)];
}
