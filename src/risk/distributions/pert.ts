import { betaOn } from './beta.js';
import type { Distribution } from './distribution.js';
import type { SpecOf } from './distribution-spec.js';
import { requireOrder, requirePositive } from './parameters.js';

/**
 * PERT: what an expert says as lowest, most likely and highest, as a beta law on [low, high] with
 * alpha = 1 + weight (mode − low) / (high − low) and beta = 1 + weight (high − mode) / (high − low). Its deviation is not
 * (high − low) / 6, which is a rule of thumb for it (D. Vose, Risk Analysis, 2008).
 */
export function pert({ low, mode, high, weight }: SpecOf<'pert'>): Distribution {
  requireOrder('pert', ['low', low], ['mode', mode], 'or-equal');
  requireOrder('pert', ['mode', mode], ['high', high], 'or-equal');
  requireOrder('pert', ['low', low], ['high', high]);
  requirePositive('pert', 'weight', weight);
  const width = high - low;
  return betaOn(1 + (weight * (mode - low)) / width, 1 + (weight * (high - mode)) / width, low, high);
}
