/** What sets a text off on a terminal; without colour, nothing. */
export interface Inks {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly yellow: (text: string) => string;
}

/** Here rather than from a package: whatever loads the rates would load the package with them. */
export function inksOf(color: boolean): Inks {
  return { bold: ink(1, 22), dim: ink(2, 22), blue: ink(34, 39), yellow: ink(33, 39) };

  function ink(on: number, off: number): (text: string) => string {
    return color ? (text) => `\u001b[${on}m${text}\u001b[${off}m` : (text) => text;
  }
}
