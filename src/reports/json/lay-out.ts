/** The report, its files and their lists are spread over lines; what stands in a list is one line each. */
const SPREAD_LEVELS = 4;
/** Of an entry of `files`. */
const FILE_LEVEL = 2;

/** The parts of a report of several files that are JSON one after the other. */
export interface JsonParts {
  readonly opening: string;
  readonly separator: string;
  readonly closing: string;
  file(value: unknown): string;
}

/** A report with the fields of `head` and a list `files`: one figure, finding or section a line, so that two compare well. */
export function reportParts(head: object): JsonParts {
  const fields = (partsOf(head, 0) ?? []).map((part) => `  ${part},\n`).join('');
  return {
    opening: `{\n${fields}  "files": [\n    `,
    separator: ',\n    ',
    closing: '\n  ]\n}\n',
    file: (value) => layOutAt(value, FILE_LEVEL),
  };
}

/** A value as one line of JSON. Some readers end a line at the signs that are escaped, which JSON lets stand in a string. */
export function jsonLineOf(value: unknown): string {
  const text = JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}

function layOutAt(value: unknown, level: number): string {
  const parts = level < SPREAD_LEVELS ? partsOf(value, level) : null;
  if (parts === null || parts.length === 0) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const indent = '  '.repeat(level);
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}

function partsOf(value: unknown, level: number): string[] | null {
  if (Array.isArray(value)) return value.map((entry) => layOutAt(entry, level + 1));
  if (typeof value !== 'object' || value === null) return null;
  return Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([name, entry]) => `${JSON.stringify(name)}: ${layOutAt(entry, level + 1)}`);
}
