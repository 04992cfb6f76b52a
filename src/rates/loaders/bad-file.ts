import { InputError } from '../../value/index.js';

/** Where in a file: a line, counted from 1, and the name of a column or series. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: string | undefined;
}

/** 'bad-rates-file': "Unexpected rate "1.2.3" in h10.csv, line 12, column DEXJPUS; expected a number such as 117.48". */
export function badPlace(place: Place, unexpected: string, expected: string): InputError {
  const column = place.column === undefined ? '' : `, column ${shown(place.column)}`;
  return badFile(place.file, unexpected, expected, `, line ${place.line}${column}`);
}

/** 'bad-rates-file' about the file as a whole. */
export function badFile(file: string, unexpected: string, expected: string, where = ''): InputError {
  return new InputError(
    'bad-rates-file',
    `Unexpected ${unexpected} in ${shown(file)}${where}; expected ${expected}`,
  );
}

/** 'bad-rates-file' about a file that is of no use: "Cannot read noon.csv: it is empty; download it again". */
export function unusableFile(file: string, why: string, options?: ErrorOptions): InputError {
  return new InputError('bad-rates-file', `Cannot read ${shown(file)}: ${why}`, options);
}

/** Text of a file as a message may show it: short, on one line, without characters that would steer a terminal. */
export function shown(text: string, length = 80): string {
  const harmless = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, '?');
  return harmless.length > length ? `${harmless.slice(0, length)}…` : harmless;
}

export function quoted(text: string): string {
  return `"${shown(text, 40)}"`;
}
