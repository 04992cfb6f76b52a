import { InputError } from '../../value/index.js';
import { walkQuantities } from './quantity/walk.js';
import type { Draft, Problem } from './reading/problem.js';
import { structureOf } from './reading/structure.js';
import { readYaml } from './reading/yaml-text.js';
import type { Register } from './register.js';
import { resolveCorrelations } from './resolve/resolve-register.js';
import { Resolver } from './resolve/resolver.js';
import { applyShocks } from './resolve/shocks.js';
import { baseProblems } from './rules/base.js';
import { correlationProblems, repairedCorrelations } from './rules/correlations.js';
import {
  dayProblems,
  factorProblems,
  headProblems,
  idProblems,
  riskProblems,
  unusedInputs,
} from './rules/entries.js';
import { cycleProblems, modelProblems, raiseProblems } from './rules/models.js';
import { caught, lawProblems, quantityProblems } from './rules/quantities.js';
import { referenceProblems } from './rules/references.js';
import { shockProblems } from './rules/shocks.js';
import { sourceProblems } from './rules/sources.js';
import { MOST_RISKS, type RegisterContent } from './schema/register-schema.js';

/** Problems beyond these are not worth reading. */
const MOST_PROBLEMS = 200;
const MOST_OPEN = 50_000;

export interface RegisterReading {
  /** Null where there are errors. */
  readonly register: Register | null;
  /** All at once, in the order of the file. */
  readonly problems: readonly Problem[];
}

/** Reads a register and says everything that is wrong with it, each with line, column and remedy. Never throws. */
export function readRegister(text: string, path: string): RegisterReading {
  const yaml = readYaml(text);
  if (!('placeOf' in yaml)) {
    return {
      register: null,
      problems: yaml.map((fault) => ({ severity: 'error', code: 'yaml', path: [], ...fault })),
    };
  }
  const placed = (drafts: readonly Draft[]): Problem[] =>
    worthReading(drafts)
      .map(({ severity, code, path: at, message, at: which }) => ({
        severity,
        code,
        path: at,
        ...yaml.placeOf(at, which),
        message,
      }))
      .sort((one, other) => one.line - other.line || one.column - other.column)
      .filter(
        ({ line, message }, index, all) =>
          all[index - 1]?.line !== line || all[index - 1]?.message !== message,
      );
  const tooMany = riskCount(yaml.value);
  if (tooMany !== null) {
    const message = `unexpected ${tooMany} risks, expected at most ${MOST_RISKS}: split the register`;
    return {
      register: null,
      problems: placed([{ severity: 'error', code: 'size', path: ['risks'], at: 'key', message }]),
    };
  }
  const content = structureOf(yaml.value);
  if (isDrafts(content)) return { register: null, problems: placed(content) };
  const found = meaningProblems(content);
  return { register: hasErrors(found) ? null : { path, text, content }, problems: placed(found) };
}

/** The register, where warnings are no hindrance. Throws one `InputError` ('bad-register') that lists all errors. */
export function requireRegister(text: string, path: string): Register {
  const { register, problems } = readRegister(text, path);
  if (register !== null) return register;
  const errors = problems
    .filter(({ severity }) => severity === 'error')
    .map((problem) => problemLine(problem, path));
  const [first = `${path}: no register`, ...details] = errors;
  throw new InputError('bad-register', first, { details: details.slice(0, 50) });
}

/** `risks.yaml:12:5: unknown line "conectivity", did you mean "connectivity"?` */
export function problemLine({ line, column, message }: Problem, path: string): string {
  return `${path}:${line}:${column}: ${message}`;
}

/** The first of each severity: open work may be long, errors by the thousand have one cause. */
function worthReading(drafts: readonly Draft[]): Draft[] {
  return (['error', 'warning', 'info'] as const).flatMap((severity) =>
    drafts
      .filter((draft) => draft.severity === severity)
      .slice(0, severity === 'info' ? MOST_OPEN : MOST_PROBLEMS),
  );
}

/** What the numbers and names mean. Later rules see only what earlier ones found right. */
function meaningProblems(content: RegisterContent): Draft[] {
  const walked = walkQuantities(content);
  const head = headProblems(content);
  if (hasErrors(head)) return head;
  const parts = [
    ...quantityProblems(content, walked),
    ...referenceProblems(content),
    ...dayProblems(content),
  ];
  const wrong = new Set(parts.flatMap(({ path }) => path.map((_, end) => path.slice(0, end + 1).join('\n'))));
  // A law with a wrong number in it is wrong for that reason alone.
  const laws = lawProblems(content, walked).filter(
    ({ path, severity }) => severity === 'error' && !wrong.has(path.join('\n')),
  );
  const found = [...parts, ...laws];
  return [
    ...head,
    ...found,
    ...sourceProblems(content, walked),
    ...riskProblems(content),
    ...idProblems(content),
    ...factorProblems(content),
    ...baseProblems(content),
    ...raiseProblems(content),
    ...cycleProblems(content),
    ...correlationProblems(content),
    ...unusedInputs(content, walked),
    ...modelProblems(content, found),
    ...(hasErrors(found) ? [] : [...shockProblems(content, walked), ...correlationsTogether(content)]),
  ];
}

function correlationsTogether(content: RegisterContent): Draft[] {
  if (hasErrors(correlationProblems(content))) return [];
  let problems: Draft[] = [];
  const wrong = caught(() => {
    const resolver = new Resolver(content, applyShocks(content, []));
    problems = repairedCorrelations(content, resolveCorrelations(resolver));
  });
  return [...wrong, ...problems];
}

function hasErrors(drafts: readonly Draft[]): boolean {
  return drafts.some(({ severity }) => severity === 'error');
}

function isDrafts(content: RegisterContent | readonly Draft[]): content is readonly Draft[] {
  return Array.isArray(content);
}

function riskCount(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('risks' in value)) return null;
  const { risks } = value;
  if (typeof risks !== 'object' || risks === null) return null;
  const count = Object.keys(risks).length;
  return count > MOST_RISKS ? count : null;
}
