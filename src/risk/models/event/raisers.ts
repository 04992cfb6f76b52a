import { InputError } from '../../../value/index.js';
import type { ResolvedRegister } from '../../resolved-register.js';
import type { RaisedBy } from '../../simulation/risk-context.js';
import type { Block } from '../../simulation/risk-sampler.js';

/**
 * Which risks raise the frequency of which: by the raised risk's id, in the order of the register.
 *
 * @throws InputError where a risk raises itself, one that is not there, or one that has no frequency
 */
export function raisersOf(
  register: Pick<ResolvedRegister, 'risks'>,
): ReadonlyMap<string, readonly RaisedBy[]> {
  const kinds = new Map(register.risks.map(({ id, model }) => [id, model.kind]));
  const raisers = new Map<string, RaisedBy[]>();
  for (const { id, model } of register.risks) {
    if (model.kind !== 'event' && model.kind !== 'dependency') continue;
    for (const { risk, times, atMost } of model.raises) {
      checkRaise(id, risk, kinds.get(risk));
      if (!(times >= 0 && times < Infinity) || !(atMost >= 0)) {
        throw bad(
          `Unexpected raise of "${risk}" by "${id}" ${times} times, at most ${atMost}, expected numbers from 0.`,
        );
      }
      raisers.set(risk, [...(raisers.get(risk) ?? []), { risk: id, times, atMost }]);
    }
  }
  return raisers;
}

function checkRaise(raiser: string, raised: string, kind: string | undefined): void {
  if (raiser === raised) throw bad(`Unexpected risk "${raiser}" that raises itself, expected another risk.`);
  if (kind === undefined) {
    throw bad(`Unexpected risk "${raised}" raised by "${raiser}", expected a risk of the register.`);
  }
  if (kind !== 'event') {
    throw bad(
      `Unexpected raise of "${raised}" by "${raiser}": expected an event, a ${kind} has no frequency.`,
    );
  }
}

/**
 * By how much each trial's frequency is multiplied: n occurrences of a raiser by min(1 + n (times − 1), atMost), never
 * below 0; several raisers multiply each other.
 */
export function multiplyFrequency(
  raisedBy: readonly RaisedBy[],
  block: Pick<Block, 'trials' | 'occurrences'>,
  out: Float64Array,
): void {
  out.fill(1, 0, block.trials);
  for (const { risk, times, atMost } of raisedBy) {
    const counts = block.occurrences(risk);
    for (let trial = 0; trial < block.trials; trial++) {
      const factor = Math.min(1 + (counts[trial] as number) * (times - 1), atMost);
      out[trial] = (out[trial] as number) * Math.max(0, factor);
    }
  }
}

/** Whether no number of occurrences lowers the frequency. */
export function onlyRaises(raisedBy: readonly RaisedBy[]): boolean {
  return raisedBy.every(({ times, atMost }) => times >= 1 && atMost >= 1);
}

function bad(message: string): InputError {
  return new InputError('bad-config', message);
}
