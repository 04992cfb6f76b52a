import { blockText, type CoverPage } from './cover-page.js';

const EXACT_NAME = /\bexact\s+name\s+of\s+(?:the\s+)?(?:registrant|company|issuer)/i;
const CONFORMED_NAME = /^\s*COMPANY CONFORMED NAME:\s*(\S.*?)\s*$/im;
const LONGEST_NAME = 160;
/** Lines of the cover that stand above the name and are none. */
const NO_NAME =
  /^(?:commission file|file (?:number|no)|form\s|or\b|\(|for the |registrant|washington|i\.?r\.?s|not applicable|[\d-]+$)/i;
const FILE_NUMBER = /^.*?commission\s+file\s+(?:number|no\.?)\s*:?\s*[\d-]{4,}\s*/i;
const FILE_NUMBER_LINE = /commission\s+file\s+(?:number|no)[^\n]*\n/i;
const NAME_WITHIN = 200;
const LINES_ABOVE = 4;

/** The exact name of the registrant: what stands above "(Exact name of registrant as specified in its charter)". */
export function readIssuer(page: CoverPage): string | null {
  return nameAbove(page) ?? nameBelowFileNumber(page) ?? CONFORMED_NAME.exec(page.header)?.[1] ?? null;
}

function nameAbove({ layout, blocks, text }: CoverPage): string | null {
  const match = EXACT_NAME.exec(text);
  if (match === null) return null;
  const at = blocks.findIndex(({ from, to }) => from <= match.index && match.index < to);
  const own = blocks[at];
  if (own === undefined) return null;
  const before = lastLine(text.slice(own.from, match.index), own.look.size === 0);
  if (isName(before)) return before;
  for (let index = at - 1; index >= Math.max(0, at - LINES_ABOVE); index -= 1) {
    const above = blocks[index];
    if (above === undefined || above.kind === 'page-number') continue;
    const whole =
      above.look.size === 0 ? lastLine(text.slice(above.from, above.to), true) : blockText(layout, above);
    const name = whole.replace(FILE_NUMBER, '');
    if (isName(name)) return name;
  }
  return null;
}

/** Some covers print the name below the file number and say no more of it. */
function nameBelowFileNumber({ text }: CoverPage): string | null {
  const match = FILE_NUMBER_LINE.exec(text);
  if (match === null) return null;
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + NAME_WITHIN);
  const name = after
    .split(/[\n\t]/)
    .find((piece) => /\p{L}{2}/u.test(piece))
    ?.replace(/\s+/g, ' ')
    .trim();
  return name !== undefined && isName(name) ? name : null;
}

/** Of plain text the last line with letters; of a web page, whose line ends mean nothing, all of it. */
function lastLine(text: string, byLines: boolean): string {
  const lines = byLines ? text.split('\n').filter((line) => /\p{L}/u.test(line)) : [text];
  return (lines.at(-1) ?? '')
    .replace(/\s+/g, ' ')
    .replace(/[\s(_|]+$/, '')
    .trim();
}

function isName(text: string): boolean {
  return text.length > 1 && text.length <= LONGEST_NAME && /\p{L}{2}/u.test(text) && !NO_NAME.test(text);
}
