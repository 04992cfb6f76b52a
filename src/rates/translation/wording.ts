import { formatDayLong } from '../../value/index.js';
import { pluralName, rateText } from '../direction.js';
import type { TranslationRate } from './translation-rate.js';

/**
 * The paragraph that stands with translated amounts: why they are shown, at what rate, of which source and day, and
 * that nobody says they could be converted so. What must be said is practice more than rule; the words are ours.
 */
export function translationWording(rate: TranslationRate): string {
  const [from, to] = [pluralName(rate.from), pluralName(rate.to)];
  return [
    `Amounts in ${to} are unaudited and are given solely for the convenience of the reader.`,
    `They were translated from ${from} at ${rateText(rate.unit, rate.value.toString())}, ${rateInWords(rate)}.`,
    `No representation is made that the amounts in ${from} have been, could have been or could be converted into ${to} at that or any other rate.`,
  ].join(' ');
}

/** The day of the rate comes first: a sentence that a proof-reader takes apart has the rate and its day together. */
function rateInWords({ rateName, day, asked, source, isOfficial }: TranslationRate): string {
  const name = `the ${rateName} on ${formatDayLong(day)}`;
  const why = day === asked ? '' : `, the last day with a rate on or before ${formatDayLong(asked)}`;
  return `${name}${why} (source: ${isOfficial ? source.description : source.name})`;
}
