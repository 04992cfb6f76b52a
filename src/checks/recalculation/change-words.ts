/** Words of a heading over changes: any of them makes it one. */
const CHANGE = new Set(
  (
    'change changes chg increase increases increased decrease decreases decreased increase/decrease inc dec ' +
    'increase/(decrease) variance variances variation growth versus vs vs. v v. difference differences better worse ' +
    'favorable unfavorable favourable unfavourable yoy y/y b/ b/w yr.-to-yr. period-over-period year-over-year incr decr'
  ).split(' '),
);

/** Words that make it a change of something else than the amounts beside it. */
const OF_ANOTHER = [
  'exclud', 'constant', 'organic', 'currency', 'currencies', 'translation', 'exchange', 'adjust', 'compound', 'cagr',
  'hedg', 'fx', 'underlying', 'comparable', 'annualized', 'acqui', 'basis-point', 'basis point', 'adverse', 'due to',
  'volume', 'mix', 'price', 'pricing', 'foreign', 'drivers', 'like-for-like', 'pro forma', 'cumulative', 'operation', 'average annual',
]; // biome-ignore format: a list of words reads better filled

/** Words that a row label may hold beside those of change and still name no amount of its own. */
const CONNECTIVES = new Set(
  'in of the and or from to over net total amount percent percentage % $ year prior previous yearly annual dollar dollars points pts bps basis'.split(
    ' ',
  ),
);

/** What the words of a heading say of change; `percent` where they say percent. */
export interface ChangeHeading {
  readonly percent: boolean;
  /** Whether what is better may be printed as positive, whichever way the amount moved. */
  readonly favorable: boolean;
}

/** Reads the headings above a column; null where they name no change of the amounts beside it. */
export function changeHeading(path: readonly string[]): ChangeHeading | null {
  const text = path.join(' ').toLowerCase();
  const words = wordsOf(text);
  if (!words.some((word) => CHANGE.has(word)) || OF_ANOTHER.some((word) => text.includes(word))) return null;
  return {
    percent: text.includes('%') || text.includes('percent'),
    favorable:
      text.includes('favo') || text.includes('better') || text.includes('worse') || text.includes('b/(w)'),
  };
}

/** Reads the label of a row: only one of nothing but such words names the change of the rows beside it. */
export function changeLabel(label: string): ChangeHeading | null {
  if (label.length > 60) return null;
  const words = wordsOf(label.toLowerCase());
  const plain = words.every((word) => CHANGE.has(word) || CONNECTIVES.has(word) || isYear(word));
  return plain ? changeHeading([label]) : null;
}

/** Whether a heading or label speaks of any change, also one of something else: such a lane is no part of another. */
export function mentionsChange(path: readonly string[]): boolean {
  return wordsOf(path.join(' ').toLowerCase()).some((word) => CHANGE.has(word));
}

/** The same of a row, whose label may well be "Net increase in cash": only with a percentage is it no amount. */
export function mentionsPercentChange(label: string): boolean {
  return (label.includes('%') || label.includes('ercent')) && mentionsChange([label]);
}

function wordsOf(text: string): string[] {
  return text.split(/[\s()–—,:]+|\/(?=[(\s])/).filter((word) => word !== '' && word !== '-' && word !== '/');
}

function isYear(word: string): boolean {
  return /^(?:19|20)\d\d$/.test(word);
}
