import { driverEffects } from '../models/driver/driver-effects.js';
import { responsesOf } from '../models/driver/line-response.js';
import type { ResolvedRisk } from '../resolved-register.js';
import type { Base } from '../waterfall/base.js';

/** The lines of the base that a risk can reach. */
export function linesReached({ id, model }: ResolvedRisk, base: Base): readonly string[] {
  switch (model.kind) {
    case 'driver':
      return driverEffects(responsesOf(model, id, base), base).map(({ line }) => line);
    case 'event':
      return [...model.to.map(({ line }) => line), ...(model.recoveryTo === null ? [] : [model.recoveryTo])];
    case 'market':
      return model.positions.flatMap((position) => ('line' in position ? [position.line] : []));
    case 'dependency':
      return model.services.flatMap(({ line, creditsTo }) => [line, creditsTo ?? line]);
    case 'holding':
      return [
        model.line,
        ...(model.impairmentLine === null ? [] : [model.impairmentLine]),
        ...(model.plannedGains === null ? [] : [model.plannedGains.line]),
      ];
    case 'ownership':
      return [];
  }
}
