import type { Figure, Filing } from '../../filing/filing.js';
import { inTable, wordsAround } from './surroundings.js';

const PREPOSITION =
  /\b(?:in|into|to|from|within|of|under|on|through|by|with|against|for|as)\s+(?:the\s+|our\s+|its\s+|total\s+)?$/i;
const CHANGE =
  /\b(?:increas|decreas|declin|improv|reduc|grew|grow|ris|rose|fell|fall|chang|higher|lower|up\b|down\b)\w*/i;
/** "Increased 8% to $5 million" gives the amount itself. */
const ARRIVES =
  /\b(?:to|was|were|totaled|totalled|reached|of)\s+(?:(?:approximately|about|a|an|record)\s+)*$/i;

/**
 * Whether the label of a figure is what its sentence says the figure is. In "gains recorded in other comprehensive income
 * were $301 million" the amount is of the gains: a label behind a preposition names another thing. In "cost of sales
 * increased $69 million" it is of the change.
 */
export function isOwnLabel(filing: Filing, figure: Figure): boolean {
  if (inTable(figure) || figure.label === '') return true;
  const { before } = wordsAround(filing, figure);
  const at = before.toLowerCase().lastIndexOf(figure.label.toLowerCase());
  if (at >= 0 && PREPOSITION.test(before.slice(Math.max(0, at - 30), at))) return false;
  const between = before.slice(at < 0 ? -30 : at + figure.label.length);
  const isChange = CHANGE.test(between);
  return (
    !isChange ||
    (at >= 0 && ARRIVES.test(between) && !/\w*(?:crease|change|decline)\s+of\s+\w*\s*$/i.test(between))
  );
}
