/**
 * The name of a transformation without its prefix and hyphens, in small letters: registries 4 and 5 put hyphens into
 * the names of 2 and 3 ("num-dot-decimal", "numdotdecimal"), and no two of the names mean different things without.
 */
export function transformationName(format: string | null): string {
  if (format === null) return '';
  const known = names.get(format);
  if (known !== undefined) return known;
  const name = format
    .slice(format.indexOf(':') + 1)
    .replace(/[-\s]/g, '')
    .toLowerCase();
  if (names.size < MOST_NAMES) names.set(format, name);
  return name;
}

/** A page names a handful, thousands of times. */
const names = new Map<string, string>();
const MOST_NAMES = 500;
