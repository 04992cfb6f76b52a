import { check } from '../src/checks/convenience-translation.js';
import { readFiling } from '../src/filing/index.js';
import { noonBuyingRates } from '../src/rates/index.js';

const RATES = noonBuyingRates();

/** Ticked texts, findings as "severity message cause", reasons by text. */
export function checked(text: string, rates: typeof RATES | null = RATES) {
  const filing = readFiling(text);
  const outcome = check.run(filing, { rates });
  const texts = new Map(filing.figures.map((figure) => [figure.id, figure.text]));
  return {
    ...outcome,
    ticked: outcome.ticks.map(({ figure }) => texts.get(figure)),
    said: outcome.findings.map(({ severity, message, cause }) => `${severity} ${message} ${cause ?? '-'}`),
    errors: outcome.findings.filter(({ severity }) => severity !== 'info'),
    reasons: Object.fromEntries(outcome.undecided.map(({ figure, reason }) => [texts.get(figure), reason])),
  };
}

/** What a report says of its translations, at a rate printed like "¥117.48". */
export const stated = (rate: string) =>
  `Yen amounts are translated into U.S. dollars solely for the convenience of readers at ${rate} per U.S.$1.00, the noon buying rate on March 31, 2006. This does not mean that they could be converted. `;
export const YEN = stated('¥117.48');
