import type { Tick } from '../check.js';
import { type AmountFact, nameOf } from './amount-facts.js';
import { statementName } from './statements.js';
import type { Tie } from './ties.js';

type TickOf = { readonly figure: string; readonly tick: Omit<Tick, 'check'> };

/** A tick names this many other places at most. */
const MOST_INPUTS = 5;

/**
 * The ticks of ties, one a figure. A place is ticked by places that print the fact as finely as it does: by a statement
 * where one does (TS), else by mere agreement (IC), since two copies of one wrong number agree too. What `mayTie` does
 * not let tie to the statements is left with agreement.
 */
export function tieTicks(ties: readonly Tie[], mayTie: (place: AmountFact) => boolean): TickOf[] {
  const partners = new Map<AmountFact, AmountFact[]>();
  const add = (place: AmountFact, partner: AmountFact): void => {
    const own = partners.get(place);
    if (own === undefined) partners.set(place, [partner]);
    else own.push(partner);
  };
  for (const { coarse, fine } of ties) {
    add(coarse, fine);
    if (coarse.quantity.exponent === fine.quantity.exponent) add(fine, coarse);
  }
  return [...partners].map(([place, own]) => ({
    figure: place.figure.id,
    tick: tickOf(place, own, mayTie(place)),
  }));
}

function tickOf(place: AmountFact, partners: readonly AmountFact[], mayTie: boolean): Omit<Tick, 'check'> {
  const audited = mayTie ? partners.filter(({ series }) => series.statement !== null) : [];
  const used = audited.length > 0 ? audited : partners;
  const first = used.find(({ quantity }) => quantity.exponent === place.quantity.exponent) ?? used[0];
  const isExact = first?.quantity.exponent === place.quantity.exponent;
  return {
    letter: audited.length > 0 ? 'TS' : 'IC',
    support: audited.length > 0 ? 'statements' : 'agreement',
    grade: isExact ? 'exact' : 'rounding',
    formula: formulaOf(first, audited.length > 0, isExact),
    inputs: used.slice(0, MOST_INPUTS).map(({ figure }) => ({ figure: figure.id })),
    recomputed: first?.figure.value ?? place.figure.value,
  };
}

function formulaOf(partner: AmountFact | undefined, isAudited: boolean, isExact: boolean): string {
  if (partner === undefined) return '';
  const what = nameOf(partner);
  const how = isExact ? '' : ` ${partner.figure.text}, rounded`;
  const { statement } = partner.series;
  return isAudited && statement !== null
    ? `${what} in the ${statementName(statement)}${how}`
    : `printed elsewhere as ${what}${how}`;
}
