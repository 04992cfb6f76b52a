/** What the risks are measured on, in the order that results print them. All but the last are in the reporting currency. */
export const MEASURES = [
  'revenue',
  'operating-income',
  'net-income',
  'other-comprehensive-income',
  'equity',
  'ads-value',
] as const;

export type Measure = (typeof MEASURES)[number];

/** What a measure is in: the reporting currency, or dollars an ADS. */
export function unitOf(measure: Measure, currency: string): string {
  return measure === 'ads-value' ? 'USD' : currency;
}
