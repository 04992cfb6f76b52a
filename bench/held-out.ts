import { createHash } from 'node:crypto';

/**
 * Whether nobody looks at this filing while checks are written: what is measured on it is measured on a filing not seen.
 * By a hash of the issuer, so that all its years fall on one side: about a quarter of the issuers.
 */
export function isHeldOut(name: string): boolean {
  const issuer = name.replace(/^(10-k405|10-k|20-f|annual)-/, '').replace(/-(ex99-)?\d{4}.*$/, '');
  return BigInt(`0x${createHash('sha256').update(issuer).digest('hex')}`) % 4n === 0n;
}
