/** Signs that are bullets wherever a block begins with them, words right behind or not. */
const BULLETS = '•●▪◦○■□▫◘◙‣∙➢►▶➔➤✓✔◆◇⁃❖';
/** Signs that are bullets before white space only. */
const PARTED_BULLET = /^(?:[-–—·*o]|[§ØüÿŸ](?=\s+[A-Za-z“"(]))(?=\s)/;
const SYMBOL_BULLET = /^\S{1,2}(?=\s|$)/;
/** "(1)", "a)", "(iv)", "(*)", "*": what begins a list item or a note. */
const BRACKETED =
  /^(?:[(⁽](?:\d{1,2}|[A-Za-z]{1,2}|[ivx]{1,5}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}|[*†‡]{1,3})[)⁾]|(?:\d{1,2}|[a-z]|[ivx]{1,4})\))(?=\s|$)/;
const MARK_OF_NOTE = /^(?:[*†‡#]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2})(?=\s|$)/;
/** "1.", "a.", "iv.": a list item only where the lay-out says so too. */
const POINTED = /^(?:\d{1,2}|[a-z]|[ivx]{1,5})\.(?=\s|$)/;

/** What a block begins with that makes it an item or a note; `isSymbol` where it begins in a font of symbols. */
export function markerOf(text: string, isSymbol: boolean): string | null {
  const first = text.charAt(0);
  if (first !== '' && BULLETS.includes(first)) return first;
  if (isSymbol) {
    const symbol = SYMBOL_BULLET.exec(text)?.[0];
    if (symbol !== undefined) return symbol;
  }
  const code = text.charCodeAt(0);
  if (code >= 65 && code <= 90) return null;
  return (PARTED_BULLET.exec(text) ?? BRACKETED.exec(text) ?? MARK_OF_NOTE.exec(text))?.[0] ?? null;
}

/** The marker of an item that has a cell or an element of its own: "1." too. Null where there is more than a marker. */
export function loneMarkerOf(text: string, isSymbol: boolean): string | null {
  if (text.length > 6) return null;
  if (/^[-–—·*o§ØüÿŸ>»]$/.test(text)) return text;
  const marker = markerOf(text, isSymbol) ?? POINTED.exec(text)?.[0] ?? null;
  return marker === text ? marker : null;
}

/** Whether a marker makes a list item; asterisks and raised digits mark notes, which are paragraphs. */
export function isItemMarker(marker: string): boolean {
  return !/^[(⁽]?[*†‡#¹²³⁴⁵⁶⁷⁸⁹⁰]+[)⁾]?$/.test(marker);
}
