import type { FormType, Section } from '../filing.js';
import { type CoverPage, isFiledCover } from './cover-page.js';

const FORM = /\bForm\s+(20-F|10-K)/i;
const SUBMISSION_TYPE = /^CONFORMED SUBMISSION TYPE:\s*(20-?F|10-?K)/im;

/**
 * The form of a report: that of its cover or of the submission, amendments ("20-F/A") and variants ("10-K405", "10-KT")
 * too; of an excerpt, the one that it names most often. Null where none is named.
 */
export function readForm(page: CoverPage): FormType | null {
  const submitted = SUBMISSION_TYPE.exec(page.header)?.[1];
  if (submitted !== undefined) return formOf(submitted);
  if (isFiledCover(page)) {
    const first = FORM.exec(page.text)?.[1];
    if (first !== undefined) return formOf(first);
  }
  return mostNamed(page.layout.text);
}

/** Only Form 20-F has lettered sub-items; an excerpt that never names its form is known by them. */
export function formOfOutline(outline: readonly Section[]): FormType | null {
  const lettered = outline.some(({ children }) => children.some(({ id }) => /^item-\d+-[a-k]$/.test(id)));
  return lettered ? '20-F' : null;
}

function mostNamed(text: string): FormType | null {
  const counts = { '20-F': 0, '10-K': 0 };
  for (const [, form = ''] of text.matchAll(new RegExp(FORM, 'gi'))) counts[formOf(form)] += 1;
  if (counts['20-F'] === counts['10-K']) return counts['20-F'] > 0 ? '20-F' : null;
  return counts['20-F'] > counts['10-K'] ? '20-F' : '10-K';
}

function formOf(name: string): FormType {
  return name.startsWith('2') ? '20-F' : '10-K';
}
