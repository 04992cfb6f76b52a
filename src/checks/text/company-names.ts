import type { Filing, SourceSpan } from '../../filing/filing.js';
import { rangeIn } from '../engine/surroundings.js';
import { type CapitalisedRun, type NameWord, runningNames, runsIn } from './capitalised-runs.js';
import { isSpellingSlip } from './spelling-slip.js';

/** A company in full: its words and its form, "Hoshino Warehouse" and "co ltd", where it stands. */
interface CompanyName {
  readonly words: readonly NameWord[];
  readonly form: string;
  /** Where the name without its form stands. */
  locate(): SourceSpan;
}

/** A company that is written with one letter off where the same words and form stand more often otherwise. */
export interface CompanySlip {
  readonly at: SourceSpan;
  readonly printed: string;
  readonly expected: string;
  readonly rare: number;
  readonly usual: number;
}

/** Shorter words differ by a letter as a matter of course. */
const SHORTEST_WORD = 5;

/** Names of companies that differ by a slip in one word from one that stands at least twice; sentences and tables alike. */
export function companySlips(filing: Filing): CompanySlip[] {
  const names = [...namesInText(filing), ...namesInTables(filing)];
  const byGap = new Map<string, Map<string, CompanyName[]>>();
  for (const name of names) {
    for (const [index, { text }] of name.words.entries()) {
      if (text.length < SHORTEST_WORD) continue;
      const key = gapKey(name, index);
      const known = byGap.get(key) ?? new Map<string, CompanyName[]>();
      byGap.set(key, known);
      known.set(text, [...(known.get(text) ?? []), name]);
    }
  }
  const slips = [...byGap.values()].flatMap((spellings) => (spellings.size < 2 ? [] : slipsAmong(spellings)));
  return slips.sort((a, b) => a.at[0] - b.at[0]);
}

/** The other words of a name and its form: what two spellings of one word stand between. */
function gapKey({ words, form }: CompanyName, gap: number): string {
  return `${words.map(({ text }, index) => (index === gap ? '*' : text)).join(' ')}, ${form}`;
}

function slipsAmong(spellings: ReadonlyMap<string, readonly CompanyName[]>): CompanySlip[] {
  const all = [...spellings];
  return all.flatMap(([odd, own]) => {
    const meant = all.find(([word, others]) => others.length > own.length && isSpellingSlip(odd, word));
    const [first] = own;
    if (meant === undefined || first === undefined || own.length > 1) return [];
    const printed = textOf(first);
    const [, others] = meant;
    const expected = others[0] === undefined ? '' : textOf(others[0]);
    return [{ at: first.locate(), printed, expected, rare: own.length, usual: others.length }];
  });
}

function textOf({ words }: CompanyName): string {
  return words.map(({ text }) => text).join(' ');
}

function namesInText(filing: Filing): CompanyName[] {
  return runningNames(filing).flatMap((run) => {
    const block = filing.blocks[run.block];
    if (block === undefined) return [];
    const name = companyIn(run, block.text);
    if (name === null) return [];
    return [{ ...name, locate: () => rangeIn(filing, block, startOf(name), endOf(name)) }];
  });
}

/** Names in the first cells of rows, as of holders, lenders and subsidiaries. */
function namesInTables({ tables }: Filing): CompanyName[] {
  const names: CompanyName[] = [];
  for (const { rows } of tables) {
    for (const { cells } of rows) {
      const cell = cells[0];
      if (cell === undefined || cell.text.length > LONGEST_LABEL || !mayEndInForm(cell.text)) continue;
      for (const run of runsIn(cell.text)) {
        const name = companyIn(run, cell.text);
        if (name !== null) names.push({ ...name, locate: () => [cell.start, cell.end] });
      }
    }
  }
  return names;
}

const LONGEST_LABEL = 120;

/** The forms of company, in small letters without points. */
const FORMS = new Set(
  'inc incorporated corp corporation co company ltd limited llc lp llp plc nv bv ag se gmbh sa kk spa'.split(
    ' ',
  ),
);

/** A cheap look at the letters that every form ends with, before a text is read. */
function mayEndInForm(text: string): boolean {
  const last = text.trimEnd().at(-1) ?? '';
  return '.dcnyCPVGEHAK*)'.includes(last) && text.includes(' ');
}

/** The company that a run of capitalised words names, its form in the run or right behind it; null where it has none. */
function companyIn({ words }: CapitalisedRun, text: string): Omit<CompanyName, 'locate'> | null {
  let count = words.length;
  const forms: string[] = [];
  while (count > 0 && FORMS.has(plain(words[count - 1]?.text ?? '')))
    forms.unshift(plain(words[--count]?.text ?? ''));
  const end = words.at(-1)?.end ?? 0;
  // A form without a comma before it is in the run itself.
  if (text[end] === ',' || text[end] === '.') {
    const behind = FORM_BEHIND.exec(text.slice(end, end + 24))?.[0] ?? '';
    forms.push(
      ...behind
        .split(/[\s,]+/)
        .map(plain)
        .filter(Boolean),
    );
  }
  return count < 2 || forms.length === 0 ? null : { words: words.slice(0, count), form: forms.join(' ') };
}

const FORM_BEHIND =
  /^\.?(?:,?\s+(?:Incorporated|Inc|Corporation|Corp|Company|Co|Limited|Ltd|L\.?L\.?C|L\.?L\.?P|L\.?P|p\.?l\.?c|PLC|N\.?V|B\.?V|AG|SE|GmbH|S\.?A|K\.?K|S\.p\.A)(?![\w])\.?)+/;

function plain(word: string): string {
  return word.replace(/[.,]/g, '').toLowerCase();
}

function startOf({ words }: Pick<CompanyName, 'words'>): number {
  return words[0]?.start ?? 0;
}

function endOf({ words }: Pick<CompanyName, 'words'>): number {
  return words.at(-1)?.end ?? 0;
}
