import { InputError } from '../../../value/index.js';
import type { SharedEvent } from '../../resolved-register.js';
import type { Block } from '../../simulation/risk-sampler.js';
import { MOST_OCCURRENCES } from './check-event.js';
import { poissonLaw } from './count-law.js';
import { countLawCache } from './count-law-cache.js';
import { scatter } from './scatter.js';

/** Occurrences in a whole block, by their mean. */
const totalLawOf = countLawCache(poissonLaw);

/**
 * How often a shared event occurs in each trial of a block: Poisson, or as a scenario has it (once in every trial, or
 * never). Drawn from a stream of its own, whatever risks follow from it.
 *
 * @throws InputError where its rate is no number from 0, or more than a trial can hold
 */
export function simulateSharedEvent(
  event: SharedEvent,
  block: Pick<Block, 'trials' | 'stream'>,
  out: Int32Array,
): void {
  checkSharedEvent(event);
  out.fill(event.occurs === true ? 1 : 0, 0, block.trials);
  if (event.occurs !== null || event.perYear === 0) return;
  const random = block.stream(`event/${event.id}`);
  const total = totalLawOf(event.perYear * block.trials).quantile(random.uniform());
  scatter(random, total, block.trials, (trials, count) => {
    for (let index = 0; index < count; index++) {
      const trial = trials[index] as number;
      out[trial] = (out[trial] as number) + 1;
    }
  });
}

export function checkSharedEvent({ id, perYear }: SharedEvent): void {
  if (perYear >= 0 && perYear <= MOST_OCCURRENCES) return;
  throw new InputError(
    'bad-number',
    `Unexpected ${perYear} a year for the shared event "${id}", expected 0 to ${MOST_OCCURRENCES}.`,
  );
}
