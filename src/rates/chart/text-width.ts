/** Widths of signs in Helvetica and the fonts made to its measure (Arial, Liberation Sans), in thousandths of the size. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["ijl'", 222],
  [' ,.:;/|!ftI', 278],
  ['()-r', 333],
  ['cksvxyzJ', 500],
  ['FTZL', 611],
  ['ABEKPSVXY&', 667],
  ['CDHNRUw', 722],
  ['GOQ', 778],
  ['mM', 833],
  ['W', 944],
];

const DIGIT_WIDTH = 556;
/** Chinese and Japanese signs, dashes of an em. */
const WIDEST = 1000;
const FIRST_WIDE = 0x2000;
const BOLD = 1.07;

/** What another font of the same kind may need beyond these. */
const SAFETY = 1.04;

const widthOfSign = new Map(WIDTHS.flatMap(([signs, width]) => [...signs].map((sign) => [sign, width])));

/** About how wide a text stands, in pixels, at a size in pixels; rather too wide than too narrow. */
export function textWidth(text: string, size: number, isBold = false): number {
  let width = 0;
  for (const sign of text) width += widthOfSign.get(sign) ?? defaultWidth(sign);
  return (width / 1000) * size * SAFETY * (isBold ? BOLD : 1);
}

function defaultWidth(sign: string): number {
  return (sign.codePointAt(0) ?? 0) >= FIRST_WIDE && sign !== '€' ? WIDEST : DIGIT_WIDTH;
}
