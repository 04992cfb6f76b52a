import type { Block, Figure, Filing, TextWhere } from '../../filing/filing.js';
import { tokensOf } from './tokens.js';

export type TextFigure = Figure & { readonly where: TextWhere };

/** A sentence that holds amounts, and the words between them. */
export interface TextSentence {
  readonly block: Block;
  /** Index of its block. */
  readonly blockIndex: number;
  /** Its amounts in order; dates are among the words. */
  readonly figures: readonly TextFigure[];
  /** The tokens before the first figure, between each two, and behind the last: one more than there are figures. */
  readonly gaps: readonly (readonly string[])[];
  /** The words before the first figure as printed. */
  readonly opening: string;
}

/** A sentence of more figures than this is a list, and states no relation that we could read. */
const MOST_FIGURES = 40;

/** Every sentence that holds an amount, in order of the document; headings and tables apart. */
export function textSentences(filing: Filing): TextSentence[] {
  const found: TextSentence[] = [];
  let own: TextFigure[] = [];
  const close = () => {
    if (own.length > 0 && own.length <= MOST_FIGURES) found.push(toSentence(filing, own));
    own = [];
  };
  for (const figure of filing.figures) {
    if (figure.role === 'label' || figure.unit === 'date' || !isInText(figure)) continue;
    const [first] = own;
    if (first !== undefined && !sameSentence(first, figure)) close();
    own.push(figure);
  }
  close();
  return found;
}

function isInText(figure: Figure): figure is TextFigure {
  return 'block' in figure.where;
}

function sameSentence({ where: a }: TextFigure, { where: b }: TextFigure): boolean {
  return a.block === b.block && a.sentence === b.sentence;
}

function toSentence(filing: Filing, figures: readonly TextFigure[]): TextSentence {
  const where = (figures[0] as TextFigure).where;
  const block = filing.blocks[where.block] as Block;
  const [start, end] = block.sentences[where.sentence] ?? [0, block.text.length];
  const gaps: string[][] = [];
  let from = start;
  let noun: readonly string[] = [];
  for (const figure of figures) {
    gaps.push(withoutNoun(tokensOf(block.text.slice(from, figure.where.at)), noun));
    from = figure.where.at + figure.text.length;
    noun = COUNTED.has(figure.unit) ? tokensOf(figure.label) : [];
  }
  gaps.push(withoutNoun(tokensOf(block.text.slice(from, end)), noun));
  const opening = block.text.slice(start, where.at);
  return { block, blockIndex: where.block, figures, gaps, opening };
}

/** Units whose noun stands behind the figure: "12,852 coins" is a figure and its noun. */
const COUNTED: ReadonlySet<string> = new Set([
  'count',
  'share',
  'ADS',
  'year',
  'month',
  'day',
  'bp',
  'multiple',
]);

function withoutNoun(tokens: string[], noun: readonly string[]): string[] {
  const isNoun = noun.length > 0 && noun.every((token, at) => tokens[at] === token);
  return isNoun ? tokens.slice(noun.length) : tokens;
}
