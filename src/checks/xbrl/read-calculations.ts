import type { Calculation } from './calculation.js';

/**
 * The summations that an XBRL calculation linkbase (`…_cal.xml`) states, for `CheckContext.calculations`. `file` is named
 * in messages. Rejects with `InputError` where the text is no such linkbase. The parser is loaded when first asked for.
 */
export async function readCalculations(text: string, file: string): Promise<readonly Calculation[]> {
  const { readCalculationLinkbase } = await import('./calculation-linkbase.js');
  return readCalculationLinkbase(text, file);
}
