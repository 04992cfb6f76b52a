export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isDigitAt(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at));
}

/** A whole number with a comma before every three digits: "29700" as "29,700", "-1234" as "-1,234". */
export function withCommas(whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
}
