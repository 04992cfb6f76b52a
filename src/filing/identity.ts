import { createHash } from 'node:crypto';

/**
 * Keys that survive edits elsewhere in the document: made of what a thing is, never of where it stands.
 * The ordinal tells apart things that are otherwise alike, in order of the document.
 */
export class KeyMaker {
  private readonly seen = new Map<string, number>();

  /** 12 hex digits from the parts and the ordinal among those with the same parts. */
  key(...parts: readonly (string | null)[]): string {
    const identity = parts.map((part) => normalized(part ?? '')).join('\u0001');
    const ordinal = (this.seen.get(identity) ?? 0) + 1;
    this.seen.set(identity, ordinal);
    return createHash('sha256').update(`${identity}\u0001${ordinal}`).digest('hex').slice(0, 12);
  }
}

/** A name as identity sees it: case, punctuation and runs of space do not matter. */
export function normalized(name: string): string {
  const lower = name.toLowerCase();
  // The same for the letters of most names, at a fraction of what all letters of Unicode take.
  const separators = isPlain(lower) ? /[^a-z\d%/.]+/g : /[^\p{L}\p{N}%/.]+/gu;
  return lower.replace(separators, ' ').trim();
}

function isPlain(text: string): boolean {
  return !/[^ -~]/.test(text);
}
