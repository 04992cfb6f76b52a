/** What an element gives to the text in it, as bits: they add up on the way in. */
export const BOLD = 1;
export const ITALIC = 2;
export const UNDERLINED = 4;
/** Set higher than its line, as note marks are. */
export const RAISED = 8;
/** Takes its place but shows nothing. */
export const UNSEEN = 16;
/** Takes no place. */
export const GONE = 32;
/** In a font of symbols: "n" and "l" are bullets there. */
export const SYMBOL = 64;

/** The bits that are `Emphasis`. */
export const EMPHASIS = BOLD | ITALIC | UNDERLINED;
/** The bits that keep text from being seen. */
export const HIDDEN = UNSEEN | GONE;
