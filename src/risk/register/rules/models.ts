import { InputError } from '../../../value/index.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import type { DistributionSpec } from '../../distributions/distribution-spec.js';
import { dependencyProblems } from '../../models/dependency/dependency-problems.js';
import { checkEvent } from '../../models/event/check-event.js';
import { checkHolding } from '../../models/holding/check-holding.js';
import { checkOwnership } from '../../models/ownership/check-ownership.js';
import { percentText } from '../../percent-text.js';
import type { RiskSpec } from '../../resolved-register.js';
import type { Line } from '../../waterfall/base.js';
import { type Draft, error, warning } from '../reading/problem.js';
import type { RegisterPath } from '../reading/register-path.js';
import { resolveModel } from '../resolve/resolve-register.js';
import { Resolver } from '../resolve/resolver.js';
import { applyShocks } from '../resolve/shocks.js';
import type { ModelOf } from '../schema/models.js';
import type { RegisterContent } from '../schema/register-schema.js';
import { caught } from './quantities.js';

/** Each model as a whole, where its parts are right: shares that sum to 100%, graphs without cycles, accounting and lines. */
export function modelProblems(content: RegisterContent, wrong: readonly Draft[]): Draft[] {
  const broken = new Set(
    wrong.filter(({ severity }) => severity === 'error').map(({ path }) => String(path[1])),
  );
  const resolver = new Resolver(content, applyShocks(content, []));
  return Object.entries(content.risks).flatMap(([id, { model }]) => {
    if (model === undefined || broken.has(id)) return [];
    const path = ['risks', id, 'model'];
    const found: Draft[] = [];
    let spec: RiskSpec | null = null;
    found.push(
      ...caught(() => {
        spec = resolveModel(model, path, resolver);
      }),
    );
    if (model.kind === 'holding') found.push(...missingShare(model, path));
    if (spec !== null && found.length === 0) found.push(...specProblems(spec, id, path, content));
    if (model.kind === 'holding') found.push(...accountingProblems(model, path, content));
    return found;
  });
}

function specProblems(spec: RiskSpec, id: string, path: RegisterPath, content: RegisterContent): Draft[] {
  switch (spec.kind) {
    case 'event': {
      const found = [
        ...sumProblems(
          spec.to.map(({ share }) => share),
          [...path, 'to'],
        ),
        ...belowZero(spec.severity, [...path, 'severity'], 'a loss is positive'),
        ...(spec.delay === null ? [] : belowZero(spec.delay, [...path, 'delay'], 'a delay is positive')),
      ];
      if (found.length > 0) return found;
      return refused(() => checkEvent(spec, id, { lines: plainLines(content) }), path);
    }
    case 'dependency':
      return dependencyProblems(spec, Object.keys(content['shared-events'] ?? {})).map((problem) => ({
        severity: problem.severity,
        code: 'dependency',
        path: [...path, ...entryPath(problem.path, spec)],
        message: problem.message.replace(/\.$/, ''),
      }));
    case 'holding':
      return refused(() => checkHolding(spec, id), path);
    case 'ownership':
      return refused(() => checkOwnership(spec, id), path);
    case 'driver':
    case 'market':
      return [];
  }
}

/** The lines of the base by their names: their amounts may still be open. */
function plainLines({ base }: RegisterContent): Line[] {
  return Object.entries(base?.lines ?? {}).map(([id, { name, kind }]) => ({
    id,
    name,
    kind,
    amount: 0,
    elasticity: 0,
    follows: [],
    passedOn: [],
  }));
}

/** A law that reaches below zero where nothing can be: what falls there is cut off, and the mean moves. */
function belowZero(law: DistributionSpec, path: RegisterPath, why: string): Draft[] {
  const distribution = distributionOf(law);
  const share = distribution.cdf(0);
  if (distribution.support[0] >= 0 || !(share > 0)) return [];
  return [
    warning(
      'distribution',
      path,
      `${percentText(share, 2)} of this ${law.distribution} law is below 0, and ${why}: what falls there counts as 0; state a lower end, or another law`,
      'key',
    ),
  ];
}

function sumProblems(shares: readonly number[], path: RegisterPath): Draft[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= 1e-9) return [];
  return [error('shares', path, `shares sum to ${percentText(sum, 8)}, expected 100%`, 'key')];
}

function refused(check: () => void, path: RegisterPath): Draft[] {
  try {
    check();
    return [];
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    return [error('model', path, cause.message.replace(/\.$/, ''), 'key')];
  }
}

/** Nodes and services of the numbers stand in lists, those of the file by their ids. */
function entryPath(
  path: readonly (string | number)[],
  spec: Extract<RiskSpec, { kind: 'dependency' }>,
): RegisterPath {
  const [list, index, ...rest] = path;
  const entry = list === 'nodes' || list === 'services' ? spec[list][Number(index)] : undefined;
  return entry === undefined ? path.slice(0, 1) : [String(list), entry.id, ...rest];
}

function missingShare(model: ModelOf<'holding'>, path: RegisterPath): Draft[] {
  if (model.accounting !== 'equity-method') return [];
  return (['share', 'result'] as const)
    .filter((key) => model[key] === undefined)
    .map((key) =>
      error(
        'missing',
        path,
        `missing "${key}": by the equity method it is our share of the investee's result that counts`,
        'key',
      ),
    );
}

const LINE_KINDS: Readonly<Record<ModelOf<'holding'>['accounting'], string>> = {
  'equity-method': 'equity-method',
  'other-comprehensive-income': 'other-comprehensive-income',
  income: 'other',
  cost: 'other',
};

/** An equity-method holding goes to a line of that kind, below tax; impairments and gains go through income. */
function accountingProblems(
  model: ModelOf<'holding'>,
  path: RegisterPath,
  { base }: RegisterContent,
): Draft[] {
  const kindOf = (line: string | undefined) => (line === undefined ? undefined : base?.lines[line]?.kind);
  const found: Draft[] = [];
  const due = LINE_KINDS[model.accounting];
  const kind = kindOf(model.line);
  if (kind !== undefined && kind !== due) {
    found.push(
      error(
        'accounting',
        [...path, 'line'],
        `accounting "${model.accounting}" goes to a line of kind ${due}; "${model.line}" is of kind ${kind}`,
      ),
    );
  }
  const through: readonly (readonly [RegisterPath, string | undefined])[] = [
    [['impairment-line'], model['impairment-line']],
    [['planned-gains', 'line'], model['planned-gains']?.line],
  ];
  for (const [below, line] of through) {
    if (kindOf(line) === 'other-comprehensive-income') {
      found.push(
        error(
          'accounting',
          [...path, ...below],
          `"${line}" is a line of other comprehensive income, expected one of income: impairments and realised gains go through income`,
        ),
      );
    }
  }
  return found;
}

/** Risks that raise each other have no order to be simulated in. */
export function cycleProblems({ risks }: RegisterContent): Draft[] {
  const raises = new Map(
    Object.entries(risks).map(([id, { model }]) => [
      id,
      model !== undefined && 'raises' in model ? (model.raises ?? []).map(({ risk }) => risk) : [],
    ]),
  );
  const cycle = firstCycle(raises);
  if (cycle === null) return [];
  const [first = '', second = ''] = cycle;
  const model = risks[first]?.model;
  const index =
    model !== undefined && 'raises' in model
      ? (model.raises ?? []).findIndex(({ risk }) => risk === second)
      : -1;
  return [
    error(
      'cycle',
      ['risks', first, 'model', 'raises', index, 'risk'],
      `risks raise each other in a circle: ${cycle.join(' → ')}; take one of them out`,
    ),
  ];
}

/** Depth first without recursion: a chain of 10,000 risks is no reason to fall. */
function firstCycle(next: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  for (const start of next.keys()) {
    const stack: { id: string; at: number }[] = [{ id: start, at: 0 }];
    const open = new Set([start]);
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as { id: string; at: number };
      const target = done.has(top.id) ? undefined : next.get(top.id)?.[top.at++];
      if (target === undefined) {
        done.add(top.id);
        open.delete(top.id);
        stack.pop();
      } else if (open.has(target)) {
        const ids = stack.map(({ id }) => id);
        return [...ids.slice(ids.indexOf(target)), target];
      } else if (!done.has(target)) {
        open.add(target);
        stack.push({ id: target, at: 0 });
      }
    }
  }
  return null;
}

/** Events are raised, nothing else; a market position without a risk would raise nothing. */
export function raiseProblems({ risks }: RegisterContent): Draft[] {
  return Object.entries(risks).flatMap(([id, { model }]) => {
    if (model === undefined || !('raises' in model)) return [];
    return (model.raises ?? []).flatMap(({ risk }, index) => {
      const kind = risks[risk]?.model?.kind;
      if (!Object.hasOwn(risks, risk) || kind === 'event') return [];
      const path = ['risks', id, 'model', 'raises', index, 'risk'];
      const what = kind === undefined ? 'it has no model' : `it is of kind ${kind}`;
      return [
        kind === undefined
          ? warning('raises', path, `"${risk}" cannot be raised: ${what}`)
          : error(
              'raises',
              path,
              `"${risk}" cannot be raised: ${what}, expected an event, which has a frequency`,
            ),
      ];
    });
  });
}
