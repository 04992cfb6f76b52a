import { dateValue } from './dates.js';
import { durationValue } from './durations.js';
import { exchangeCode, filerCategory, stateCode } from './sec-names.js';
import { transformationName } from './transformation-name.js';

/** What transformations read is a date, a name or a few words. */
const LONGEST = 300;

/**
 * The value of a tagged text: dates in ISO form, durations as of XML Schema ("P2Y6M"), "true" and "false", the SEC's
 * codes of exchanges, states and categories. The text itself where it has no transformation, where its transformation
 * is not known here (month names other than English, names of countries) or does not fit it.
 */
export function textValue(text: string, format: string | null): string {
  if (format === null || text.length > LONGEST) return text;
  const name = transformationName(format);
  const value =
    name.startsWith('date') || name.startsWith('cal')
      ? dateValue(text, name)
      : name.startsWith('dur')
        ? durationValue(text, name)
        : ofName(text, name);
  return value ?? text;
}

function ofName(text: string, name: string): string | null {
  switch (name) {
    case 'fixedtrue':
    case 'booleantrue':
      return 'true';
    case 'fixedfalse':
    case 'booleanfalse':
      return 'false';
    case 'fixedempty':
    case 'nocontent':
      return '';
    case 'boolballotbox':
      return ballot(text, 'true', 'false');
    case 'yesnoballotbox':
      return ballot(text, 'Yes', 'No');
    case 'exchnameen':
      return exchangeCode(text);
    case 'stateprovnameen':
      return stateCode(text);
    case 'entityfilercategoryen':
      return filerCategory(text);
    default:
      return null;
  }
}

/** Boxes that are ticked or crossed, and the empty one; Wingdings and typewriters have their own. */
function ballot(text: string, ticked: string, empty: string): string | null {
  if (/^(?:[☑☒✓✔✗✘þýxX]|\[\s*[xX]\s*\])$/.test(text)) return ticked;
  return /^(?:[☐□▢o¨]|\[\s*\])$/.test(text) ? empty : null;
}
