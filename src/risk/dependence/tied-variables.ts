import { InputError } from '../../value/index.js';
import type { Correlation, ResolvedRegister } from '../resolved-register.js';

/** Every variable of a register that a correlation may name. */
function tiedVariablesOf({ risks, market }: Pick<ResolvedRegister, 'risks' | 'market'>): string[] {
  const ofRisks = risks.flatMap(({ id, model }) => {
    if (model.kind === 'driver') return [id];
    if (model.kind === 'event') return [`${id}.frequency`, `${id}.severity`];
    if (model.kind !== 'holding') return [];
    const hasOwnValue = model.value !== null && 'distribution' in model.value;
    return [...(model.result === null ? [] : [`${id}.result`]), ...(hasOwnValue ? [`${id}.value`] : [])];
  });
  return [...ofRisks, ...market.factors.map(({ id }) => `factor.${id}`)];
}

/** Throws `InputError` that names the pair where a correlation names a variable that the register does not have. */
export function requireKnownVariables(
  correlations: readonly Correlation[],
  register: Pick<ResolvedRegister, 'risks' | 'market'>,
): void {
  const known = tiedVariablesOf(register);
  for (const { between } of correlations) {
    const unknown = between.find((name) => !known.includes(name));
    if (unknown === undefined) continue;
    const listed = known.length === 0 ? 'The register has none' : `The register has ${known.join(', ')}`;
    throw new InputError(
      'bad-number',
      `Unexpected variable ${unknown} in the correlation of ${between[0]} with ${between[1]}. ${listed}.`,
    );
  }
}
