/** Signs that CommonMark or GitHub may take for a mark; most texts have none that does. */
const SUSPECT = /[\\`*_~<&[\]$|]/;
/** What makes a block of a line that begins so: heading, quotation, list, rule, underline of a heading. */
const BLOCK_START = /^(?:#{1,6}(?=\s|$)|[>=]|[-+*_](?=[\s*+_-]|$)|\d{1,9}(?=[.)](?:\s|$)))/;

/**
 * A text as a line of Markdown that shows just that text. White space is one space, and a sign is escaped only where it
 * would act as a mark, so that the lines read well as they stand. Sources: CommonMark 0.31, GitHub Flavored Markdown.
 */
export function inlineMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return SUSPECT.test(line) ? line.replace(/[*_]+|[\\`~<&[$]/g, escapedSign) : line;
}

/** The same for a line that begins a block: "1. Revenue" must not become a list. */
export function lineMarkdown(text: string): string {
  const line = inlineMarkdown(text);
  return line.replace(BLOCK_START, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** The same for a cell of a table, which a bar would end. */
export function cellMarkdown(text: string): string {
  return inlineMarkdown(text).replaceAll('|', '\\|');
}

function escapedSign(sign: string, at: number, line: string): string {
  const before = line[at - 1] ?? ' ';
  if (!acts(sign, before, line.slice(at + sign.length, at + 60))) return sign;
  return sign.replace(/./g, '\\$&');
}

/** Whether a sign, or a run of stars or underscores, would act as a mark between what stands before and after it. */
function acts(sign: string, before: string, after: string): boolean {
  const next = after[0] ?? ' ';
  switch (sign[0]) {
    case '\\':
      return /[!-/:-@[-`{-~]/.test(next);
    case '<':
      return /[a-z!?/]/i.test(next);
    case '&':
      return /^#?\w{1,30};/.test(after);
    case '[':
      // A link, its definition, or the box of a task.
      return /^[^\]]*\][([:]/.test(after) || (before === ' ' && /^[ xX]\] /.test(after));
    case '*':
      return before !== ' ' || next !== ' ';
    case '_':
      // Between spaces and within a word it is no emphasis.
      return (before !== ' ' || next !== ' ') && !(/\w/.test(before) && /\w/.test(next));
    case '~':
      return before === '~' || next === '~';
    case '$':
      // Some renderers take what stands between two for mathematics, where this one can be the second.
      return before !== ' ' && !/\d/.test(next);
    default:
      return true;
  }
}
