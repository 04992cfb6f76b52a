import { readReference } from '../html/references.js';

/** Text with its character references decoded. */
export function decodeReferences(text: string): string {
  let from = 0;
  let at = text.indexOf('&');
  if (at < 0) return text;
  let decoded = '';
  while (at >= 0) {
    const reference = readReference(text, at, text.length);
    if (reference !== null) {
      decoded += text.slice(from, at) + reference.text;
      from = reference.end;
    }
    at = text.indexOf('&', Math.max(from, at + 1));
  }
  return decoded + text.slice(from);
}
