/**
 * Which units of ours say the same as a tag's. A currency, an amount per share and a count of shares must be named
 * as such. "pure" tells only that a number has no unit of the registry: filers tag percentages, multiples, exchange
 * rates and plain counts with it, so any unit of ours passes but money and shares. A measure that the filer invented
 * (aircraft, lawsuit, segment) is a count, or the length of time that it names.
 */
export function sameUnit(tagged: string, ours: string): boolean {
  const [measure = '', per] = tagged.split('/');
  if (per !== undefined) return perUnits(measure, per).has(ours);
  if (/^[A-Z]{3}$/.test(measure)) return ours === measure;
  if (measure === 'shares') return ours === 'share' || ours === 'ADS';
  if (measure === 'pure') return UNITLESS.has(ours) || /^[A-Z]{3}\/[A-Z]{3}$/.test(ours);
  const local = measure.slice(measure.indexOf(':') + 1).toLowerCase();
  if (measure.startsWith('utr:')) return (REGISTRY[local] ?? COUNTED).has(ours);
  return COUNTED.has(ours) || (TIMES.has(ours) && local.includes(ours)) || sharesOf(local, ours);
}

const COUNTED = new Set(['count', 'pure']);
const TIMES = new Set(['year', 'month', 'day']);
const UNITLESS = new Set(['pure', 'percent', 'bp', 'multiple', 'count', ...TIMES]);

/** Local names of the XBRL unit type registry that we have a unit for. */
const REGISTRY: Readonly<Record<string, ReadonlySet<string>>> = {
  y: new Set(['year']),
  m: new Set(['month', 'count']),
  d: new Set(['day']),
  rate: UNITLESS,
};

function perUnits(measure: string, per: string): ReadonlySet<string> {
  if (per === 'shares') return new Set([`${measure}/share`, `${measure}/ADS`]);
  // "EUR per option", "USD per barrel": we have no such unit, and the currency is right.
  return new Set([measure, `${measure}/share`, `${measure}/${per}`]);
}

function sharesOf(local: string, ours: string): boolean {
  return ours === 'share' && /share|vote|stock|security|option/.test(local);
}
