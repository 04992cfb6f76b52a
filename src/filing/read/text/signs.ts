/** What a character may be of in a line of a table; a set of these. */
export const LETTER_SIGN = 1;
export const DIGIT_SIGN = 2;
export const DASH_SIGN = 4;
/** White space, and dots, of which leaders are made. */
export const GAP_SIGN = 8;
/** White space that parts two cells though it stands alone. */
export const TAB_SIGN = 16;

const SPACES = [0xa0, 0x3000];
const DASHES = [0x2d, 0x2212];
/** What numbers are printed with beside digits and dashes; signs of currency and loss with it. */
const OF_NUMBERS = ' $%()*+,./\u00a0¥€£△▲';

/** The signs of each character, by its code. */
export const SIGNS = signTable();

function signTable(): Uint8Array {
  const signs = new Uint8Array(0x10000).fill(LETTER_SIGN);
  signs.fill(LETTER_SIGN | GAP_SIGN, 0, 0x21);
  signs.fill(LETTER_SIGN | GAP_SIGN, 0x2000, 0x200b);
  for (const code of SPACES) signs[code] = LETTER_SIGN | GAP_SIGN;
  signs[0x09] = LETTER_SIGN | GAP_SIGN | TAB_SIGN;
  signs.fill(DIGIT_SIGN, 0x30, 0x3a);
  signs.fill(DASH_SIGN, 0x2012, 0x2016);
  for (const code of DASHES) signs[code] = DASH_SIGN;
  for (const sign of OF_NUMBERS) {
    const code = sign.charCodeAt(0);
    signs[code] = (signs[code] ?? 0) & ~LETTER_SIGN;
  }
  signs[0x2e] = GAP_SIGN;
  return signs;
}
