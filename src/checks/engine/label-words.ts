/** A label as it is compared: case, punctuation, footnote marks and small words do not tell facts apart, nor do shareholders and stockholders. */
export function normalizedLabel(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/\(\s*[\da-z*]{1,2}\s*\)/g, ' ')
    .replaceAll('&', ' and ')
    .replaceAll('stockholder', 'shareholder')
    .replaceAll('advisor', 'adviser')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(the|a|an|our|its|of|in|for)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
