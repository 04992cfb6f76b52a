import { InputError } from '../../value/index.js';
import { meant } from '../register/reading/meant.js';
import type { Register } from '../register/register.js';
import { MEASURES, type Measure } from '../waterfall/measure.js';

/**
 * That a risk with a model, or a measure that the register has, goes by this id.
 *
 * @throws InputError ('bad-option') that says what there is
 */
export function requireExplained({ content }: Register, id: string): void {
  const risk = Object.hasOwn(content.risks, id) ? content.risks[id] : undefined;
  if (risk !== undefined) {
    if (risk.model !== undefined) return;
    throw refused(id, ': the risk has no model, so that there is nothing to measure; add a "model" to it');
  }
  if (id === 'ads-value' && content.base?.ads === undefined) {
    throw refused(id, ': the base of the register has no "ads", the share whose value is measured');
  }
  if ((MEASURES as readonly string[]).includes(id)) return;
  const modelled = Object.entries(content.risks).flatMap(([name, { model }]) =>
    model === undefined ? [] : [name],
  );
  throw refused(id, meant(id, [...MEASURES, ...modelled] satisfies (Measure | string)[], ''));
}

function refused(id: string, why: string): InputError {
  return new InputError('bad-option', `Unexpected id "${id.slice(0, 60)}"${why}`);
}
