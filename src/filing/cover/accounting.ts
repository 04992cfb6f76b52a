import type { Cover, FormType } from '../filing.js';
import type { CoverPage } from './cover-page.js';

type Accounting = Cover['accounting'];

/** The check boxes of Form 20-F: a basis of accounting, a box that is ticked, a box that is not. */
const BOX_TOKEN =
  /(u\.?\s?s\.?\s+gaap)|(international\s+financial\s+reporting\s+standards)|(\bother\b)|([☒☑⊠🗹✓✔✗]|(?<![\p{L}\d])[þýx]|\[\s*[xX✓√]\s*\])(?![\p{L}\d])|([☐□¨]|(?<![\p{L}\d])o|\[\s*\])(?![\p{L}\d])/giu;
const BOXES = /which basis of accounting/i;
const BOXES_LENGTH = 700;

const IFRS = /\binternational financial reporting standards\b|\bIFRS\b/i;
const US_GAAP =
  /\baccounting principles generally accepted in the united states\b|\bU\.?S\.? GAAP\b|\bgenerally accepted accounting principles in the united states\b/i;
/** Where an auditor's report or the first note says it, counted from where the statements are first named. */
const PREPARED =
  /\b(?:prepared|presented|present fairly)[^.]{0,300}?\b(?:in accordance|in conformity|conformity) with\s+([^.]{0,160})/gi;
const MOST_LOOKED_AT = 200;
/** A domestic registrant that names the principles at all means those of the United States. */
const DOMESTIC =
  /\bGAAP\b|\bgenerally accepted accounting principles\b|\baccounting principles generally accepted\b/;

/**
 * By what principles the statements were prepared: the box that is ticked on the cover of a 20-F, else what the report
 * says that they were prepared in accordance with.
 */
export function readAccounting(page: CoverPage, form: FormType | null): Accounting {
  const { text } = page.layout;
  return ticked(page.text) ?? stated(text) ?? (form === '10-K' && DOMESTIC.test(text) ? 'US GAAP' : null);
}

function ticked(cover: string): Accounting {
  const at = cover.search(BOXES);
  if (at < 0) return null;
  const names: Exclude<Accounting, null>[] = [];
  const boxes: boolean[] = [];
  for (const [, gaap, ifrs, other, on, off] of cover.slice(at + 30, at + BOXES_LENGTH).matchAll(BOX_TOKEN)) {
    if (on !== undefined || off !== undefined) boxes.push(on !== undefined);
    else if (gaap !== undefined) names.push('US GAAP');
    else if (ifrs !== undefined) names.push('IFRS');
    else if (other !== undefined) names.push('other');
    if (names.length === 3 && boxes.length >= 3) break;
  }
  // In cells, a name may be broken around another: then the boxes cannot be told apart by their order.
  if (new Set(names).size < 3) return null;
  return names[boxes.slice(0, 3).indexOf(true)] ?? null;
}

function stated(text: string): Accounting {
  let looked = 0;
  for (const [, words = ''] of text.matchAll(PREPARED)) {
    if (US_GAAP.test(words)) return 'US GAAP';
    if (IFRS.test(words)) return 'IFRS';
    looked += 1;
    if (looked === MOST_LOOKED_AT) break;
  }
  return null;
}
