import type { Problem } from './reading/problem.js';
import { placeOf, type Register } from './register.js';
import { type MarketSources, resolveFactor, resolveMethod } from './resolve/resolve-market.js';
import { Resolver } from './resolve/resolver.js';
import { applyShocks } from './resolve/shocks.js';
import { caught } from './rules/quantities.js';

/** A method that means nothing; factors whose level or history cannot be had: currencies without rates on the day, files that are not there. */
export function marketProblems(register: Register, sources: MarketSources): Problem[] {
  const resolver = new Resolver(register.content, applyShocks(register.content, []));
  const ids = Object.keys(register.content.market?.factors ?? {});
  const method = caught(() => resolveMethod(resolver));
  // Without a method there is no window to look for a history of.
  const drafts =
    method.length > 0
      ? method
      : ids.flatMap((id) =>
          caught(() => resolveFactor(id, resolver, resolveMethod(resolver).window, sources)),
        );
  return drafts
    .filter(({ severity }) => severity === 'error')
    .map(({ severity, code, path, at, message }) => ({
      severity,
      code,
      path,
      ...placeOf(register, path, at),
      message,
    }));
}
