import type { Figure } from '../../filing/filing.js';
import { printedAgree } from '../engine/printed-agreement.js';
import { inTable } from '../engine/surroundings.js';
import type { RateMention } from './rate-mentions.js';

/** Mentions that agree, largest party first; of two as large, the one that a table holds, then the earlier. */
export function partiesOf(group: readonly RateMention[]): RateMention[][] {
  // A party is compared by one figure of each printed value, so that many equal mentions stay cheap.
  const parties: { readonly mentions: RateMention[]; readonly values: Map<string, Figure> }[] = [];
  for (const mention of group) {
    const { figure } = mention;
    const own = parties.find(({ values }) =>
      [...values.values()].every((other) => printedAgree(other, figure)),
    );
    const party = own ?? { mentions: [], values: new Map<string, Figure>() };
    party.mentions.push(mention);
    party.values.set(printedValue(mention), figure);
    if (own === undefined) parties.push(party);
  }
  const holdsTable = (party: readonly RateMention[]) => Number(party.some(({ figure }) => inTable(figure)));
  return parties
    .map(({ mentions }) => mentions)
    .sort((a, b) => b.length - a.length || holdsTable(b) - holdsTable(a));
}

/** A value as it is printed, with its decimals. */
export function printedValue({ figure }: RateMention): string {
  return `${figure.value}|${figure.decimals}`;
}
