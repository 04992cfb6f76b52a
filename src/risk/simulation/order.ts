import { InputError } from '../../value/index.js';
import type { RiskSampler } from './risk-sampler.js';

/**
 * The samplers in an order in which each comes after those that it names, and otherwise as they were.
 *
 * @throws InputError where a name is no risk's, where two samplers have one, or where risks wait for each other
 */
export function inOrder(samplers: readonly RiskSampler[]): readonly RiskSampler[] {
  const byRisk = new Map(samplers.map((sampler) => [sampler.risk, sampler]));
  const repeated = samplers.find((sampler) => byRisk.get(sampler.risk) !== sampler);
  if (repeated !== undefined) {
    throw new InputError('bad-config', `Two risks have the id "${repeated.risk}". Give one of them another.`);
  }
  const waiting = new Map<string, number>();
  const followers = new Map<string, string[]>();
  for (const { risk, after } of samplers) {
    const named = new Set(after);
    waiting.set(risk, named.size);
    for (const earlier of named) {
      if (!byRisk.has(earlier)) throw unknownRisk(risk, earlier);
      followers.set(earlier, [...(followers.get(earlier) ?? []), risk]);
    }
  }
  const ordered: RiskSampler[] = [];
  const ready = samplers.filter(({ risk }) => waiting.get(risk) === 0).map(({ risk }) => risk);
  for (let risk = ready.shift(); risk !== undefined; risk = ready.shift()) {
    ordered.push(byRisk.get(risk) as RiskSampler);
    for (const follower of followers.get(risk) ?? []) {
      const left = (waiting.get(follower) as number) - 1;
      waiting.set(follower, left);
      if (left === 0) ready.push(follower);
    }
  }
  if (ordered.length < samplers.length) throw cycle(byRisk, waiting);
  return ordered;
}

function unknownRisk(risk: string, earlier: string): InputError {
  return new InputError(
    'bad-config',
    `The risk "${risk}" follows from "${earlier}", which the register does not have.`,
  );
}

/** Goes from a risk that waits to one that it waits for, until one comes again. */
function cycle(byRisk: ReadonlyMap<string, RiskSampler>, waiting: ReadonlyMap<string, number>): InputError {
  const path: string[] = [];
  let at = [...waiting].find(([, left]) => left > 0)?.[0] ?? '';
  while (!path.includes(at)) {
    path.push(at);
    at = byRisk.get(at)?.after.find((earlier) => (waiting.get(earlier) ?? 0) > 0) ?? '';
  }
  const round = [...path.slice(path.indexOf(at)), at].reverse();
  return new InputError(
    'bad-config',
    `Risks raise each other in a circle: ${round.map((risk) => `"${risk}"`).join(' raises ')}. Take one of these out.`,
  );
}
