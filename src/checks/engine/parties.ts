import type { Figure } from '../../filing/filing.js';
import type { Mention } from './fact-mentions.js';
import { printedAgree, sizeAgrees } from './printed-agreement.js';
import { inTable } from './surroundings.js';

/** Mentions that agree, largest party first; of two as large, the one that a table holds, then the earlier. */
export function partiesOf(group: readonly Mention[]): Mention[][] {
  // A party is compared by one figure of each printed value, so that many equal mentions stay cheap.
  const parties: { readonly mentions: Mention[]; readonly values: Map<string, Figure> }[] = [];
  for (const mention of group) {
    const { figure } = mention;
    const own = parties.find(({ values }) =>
      [...values.values()].every((other) =>
        mention.kind === 'rate' ? printedAgree(other, figure) : sizeAgrees(other, figure),
      ),
    );
    const party = own ?? { mentions: [], values: new Map<string, Figure>() };
    party.mentions.push(mention);
    party.values.set(printedValue(mention), figure);
    if (own === undefined) parties.push(party);
  }
  const holdsTable = (party: readonly Mention[]) => Number(party.some(({ figure }) => inTable(figure)));
  return parties
    .map(({ mentions }) => mentions)
    .sort((a, b) => b.length - a.length || holdsTable(b) - holdsTable(a));
}

/** A value as it is printed, with its decimals. */
export function printedValue({ figure }: Mention): string {
  return `${figure.value}|${figure.decimals}`;
}
