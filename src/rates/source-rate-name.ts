/**
 * What one of a source's rates is called in a sentence, "the … of June 30, 2026": "rate of the Bank of Canada",
 * "central parity rate", "telegraphic transfer middle rate of MUFG Bank". A name that says a rate is used as it is, in
 * the singular; an institution's name gets "rate of", with "the" where English puts it.
 */
export function sourceRateName(name: string): string {
  const bare = name.trim().replace(/^the /i, '');
  if (/\brate$/i.test(bare)) return bare;
  if (/\brates$/i.test(bare)) return bare.slice(0, -1);
  if (/\brates? (?:of|by|from) /i.test(bare)) return bare.replace(/\brates (of|by|from) /i, 'rate $1 ');
  if (/\b(?:parity|fixing|fix|middle|mid|ttm|ptax|trm)$/i.test(bare)) return `${bare} rate`;
  return `rate of ${takesArticle(name, bare) ? 'the ' : ''}${bare}`;
}

/** What the rates of a source are, for a footnote, where nobody said it: "exchange rates of the Bank of Canada". */
export function sourceDescription(name: string): string {
  const rate = sourceRateName(name);
  if (rate.startsWith('rate of ')) return `exchange ${rate.replace('rate', 'rates')}`;
  return rate.replace(/\brate(?=$| (?:of|by|from) )/i, 'rates');
}

/** "the Bank of Canada", "the European Central Bank", "the PBOC"; but "MUFG Bank", "Banco de México". */
function takesArticle(name: string, bare: string): boolean {
  if (/^the /i.test(name.trim())) return true;
  if (/ of /.test(bare)) return true;
  if (
    /\b(?:Central Bank|National Bank|Reserve Bank|Monetary Authority|Ministry|Federal Reserve)\b/.test(bare)
  )
    return true;
  return /^(?:ECB|PBOC|PBoC|RBI|RBA|BOJ|BoJ|BOE|BoE|BOC|BoC|SARB|SAFE|BCB|BCRA|CBR|IMF)$/.test(bare);
}
