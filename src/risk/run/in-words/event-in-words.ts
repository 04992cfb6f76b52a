import type { EventSpec, FrequencySpec, InsuranceLayer } from '../../models/event/event-spec.js';
import type { Amounts } from './amounts-in-words.js';
import { distributionInWords } from './distribution-in-words.js';

/** Frequency, severity, terms and lines of an event, a line each. */
export function eventInWords(
  spec: EventSpec,
  amounts: Amounts,
  lineName: (id: string) => string,
): readonly string[] {
  const { money, percent, time } = amounts;
  const { frequency, severity, limit, franchise, insurance, delay, shared } = spec;
  const terms = [
    limit === null ? '' : `at most ${money(limit)} each`,
    franchise === 0 ? '' : `not counted below ${money(franchise)}`,
  ].filter((term) => term !== '');
  const to = spec.to.map(({ line, share }) => `${percent(share)} to ${lineName(line)}`);
  return [
    `${frequencyInWords(frequency, amounts)} × ${distributionInWords(severity, money)}`,
    ...(terms.length === 0 ? [] : [terms.join(', ')]),
    ...insurance.map((layer) => layerInWords(layer, amounts)),
    ...(delay === null ? [] : [`recognised after ${distributionInWords(delay, time)}`]),
    ...shared.map(({ event, probability }) => `also by ${event}, with ${percent(probability)} each time`),
    to.join(', '),
  ];
}

function frequencyInWords(frequency: FrequencySpec, { plain, percent }: Amounts): string {
  switch (frequency.frequency) {
    case 'poisson':
      return `Poisson, ${plain(frequency.rate)} a year`;
    case 'negative-binomial':
      return `negative binomial, ${plain(frequency.mean)} a year, size ${plain(frequency.size)}`;
    case 'binomial':
      return frequency.trials === 1
        ? `once with ${percent(frequency.probability)}`
        : `binomial, ${plain(frequency.trials)} times with ${percent(frequency.probability)}`;
  }
}

function layerInWords(
  { excess, limit, share, annualLimit }: InsuranceLayer,
  { money, percent }: Amounts,
): string {
  const upTo = limit === null ? '' : `, up to ${money(limit)} each`;
  const aYear = annualLimit === null ? '' : `, ${money(annualLimit)} a year`;
  return `insured: ${percent(share)} above ${money(excess)}${upTo}${aYear}`;
}
