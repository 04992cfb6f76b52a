import type { Row } from '../../filing/index.js';

/**
 * Percentages that print no sign. Tables print "%" with the first line of a group and often with no other: what follows,
 * bare, below a thousand and with as many decimals, is held to be one too, until a line prints anything else.
 */
export class Proportions {
  private group: string | null = null;
  private decimals: number | null = null;

  /** Takes the next line of a column, in order of the table; says what its value is where it is a proportion. */
  whatIs({ labelPath }: Row, cell: string): string | null {
    const group = labelPath.slice(0, -1).join('\n');
    const isFirst = group !== this.group;
    this.group = group;
    const [, whole = '', fraction = ''] = /(\d+)(?:\.(\d+))?\D*$/.exec(cell) ?? [];
    if (cell.includes('%')) {
      if (isFirst) this.decimals = fraction.length;
      return 'a proportion';
    }
    if (whole === '') return null;
    const isBare = /^[\d.()\s△▲−-]+$/.test(cell) && whole.length <= 3 && fraction.length === this.decimals;
    if (!isBare) this.decimals = null;
    return this.decimals === null ? null : 'held to be a percentage as those above it are';
  }
}
