/** 0.297 as "29.7%": to so many significant digits, without the dust of binary fractions. */
export function percentText(fraction: number, digits = 12): string {
  return `${Number((fraction * 100).toPrecision(digits))}%`;
}
