import { describe, expect, it } from 'vitest';
import { BOLD, GONE, ITALIC, RAISED, SYMBOL, UNDERLINED, UNSEEN } from './marks.js';
import { readStyle } from './styles.js';

describe('readStyle', () => {
  it.each([
    ['font-weight:700', BOLD],
    ['FONT-WEIGHT: Bold', BOLD],
    ['font-style: italic;', ITALIC],
    ['text-decoration:underline', UNDERLINED],
    ['vertical-align:super', RAISED],
    ['vertical-align: 3pt', RAISED],
    ['position:relative;top:-3.5pt', RAISED],
    ['display:none', GONE],
    ['visibility:hidden', UNSEEN],
    ["font-family:'Wingdings'", SYMBOL],
    ['font-weight:bold;font-style:italic', BOLD | ITALIC],
    ['font:bold 10pt Arial', BOLD],
    ['font:italic 700 10pt/12pt Arial', BOLD | ITALIC],
    ['font:9pt Times New Roman', 0],
    ['font-weight:400', 0],
    ['top:-3.5pt', 0],
    ['position:relative;top:3pt', 0],
    ['vertical-align:bottom', 0],
  ])('%s marks %i', (text, marks) => {
    expect(readStyle(text).marks).toBe(marks);
  });

  it('says what it takes away', () => {
    expect(readStyle('font-weight:400;font-style:normal').clears).toBe(BOLD | ITALIC);
  });

  it('measures the left edge in columns of six pixels, whatever the unit and the short form', () => {
    const left = (text: string): number => readStyle(text).left;
    expect(left('padding-left:12px')).toBe(2);
    expect(left('padding-left:9pt')).toBe(2);
    expect(left('margin-left:.25in')).toBe(4);
    expect(left('margin-left:4%')).toBe(4);
    expect(left('padding:2px 1pt 2px 9pt')).toBe(2);
    expect(left('padding:0 9pt')).toBe(2);
    expect(left('padding:9pt')).toBe(2);
    expect(left('padding-left:9pt;margin-left:12px')).toBe(4);
    expect(left('padding-left:wide')).toBe(0);
  });

  it('reads indent, size and alignment', () => {
    expect(readStyle('text-indent:-18pt;font-size:10pt;text-align:center')).toMatchObject({
      textIndent: -4,
      size: 10,
      align: 'center',
    });
    expect(readStyle('font-size:16px').size).toBe(12);
    expect(readStyle('font:bold 9pt Arial').size).toBe(9);
    expect(readStyle('text-align:justify').align).toBe('left');
    expect(readStyle('')).toMatchObject({ textIndent: null, size: null, align: null });
  });

  it.each([
    ['1pt solid #000', 1],
    ['3px double #000000', 2],
    ['0.5pt solid', 1],
    ['none', 0],
    ['0 solid #000', 0],
    ['0px solid #000', 0],
    ['#000000 1px solid', 1],
    ['solid 0pt #000', 0],
    ['1px solid #ffffff', 0],
  ])('border-top:%s draws %i', (value, rule) => {
    expect(readStyle(`border-top:${value}`)).toMatchObject({ above: rule, below: null });
  });

  it('reads page breaks', () => {
    expect(readStyle('page-break-after:always')).toMatchObject({ breakBefore: false, breakAfter: true });
    expect(readStyle('break-before: page')).toMatchObject({ breakBefore: true, breakAfter: false });
    expect(readStyle('page-break-after:avoid').breakAfter).toBe(false);
  });
});
