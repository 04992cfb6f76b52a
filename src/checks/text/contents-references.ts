import type { Filing, SourceSpan } from '../../filing/filing.js';
import type { FindingDraft } from '../check.js';
import { type ContentsEntry, contentsLists } from './contents-list.js';
import { labelsIn } from './labels-in.js';
import { type NumbersAt, type PageNumber, type Pages, pageName } from './pages.js';

export type ContentsMessage = 'contents';

/** Entries of a list that must be right before one that is not is held wrong. */
const FEWEST_RIGHT = 6;

/** A list under the reading of page numbers that fits it best: at the foot of their pages, or at the head. */
export interface ReadList {
  readonly wrong: readonly ContentsEntry[];
  readonly right: number;
  readonly numbers: NumbersAt;
}

/** The lists of a report that fit its page numbers but for a few entries. */
export function readContents(filing: Filing, pages: Pages): ReadList[] {
  return contentsLists(filing)
    .map((entries) => readList(entries, pages))
    .filter(({ right, wrong }) => right >= FEWEST_RIGHT && wrong.length * 5 <= right);
}

function readList(entries: readonly ContentsEntry[], pages: Pages): ReadList {
  const under = (numbers: NumbersAt): ReadList => {
    const wrong = entries.filter((entry) => !isRight(entry, pages, numbers));
    return { wrong, right: entries.length - wrong.length, numbers };
  };
  const [foot, head] = [under('foot'), under('head')];
  return foot.right >= head.right ? foot : head;
}

/** The entries that are wrong in a list that is right but for them. */
export function wrongEntries(
  filing: Filing,
  { wrong, right, numbers }: ReadList,
  pages: Pages,
): FindingDraft<ContentsMessage>[] {
  return wrong.flatMap((entry) => {
    const stands = pages.at(entry.section.start, numbers);
    return stands === null ? [] : [wrongEntry(filing, entry, stands, right)];
  });
}

function isRight({ section, page }: ContentsEntry, pages: Pages, numbers: NumbersAt): boolean {
  const stands = pages.at(section.start, numbers);
  return stands !== null && stands.series === page.series && stands.number === page.number;
}

function wrongEntry(
  filing: Filing,
  { title, page, cell, section }: ContentsEntry,
  stands: PageNumber,
  right: number,
): FindingDraft<ContentsMessage> {
  const at: SourceSpan = [cell.start, cell.end];
  return {
    message: 'contents',
    values: { title, page: pageName(page), expected: pageName(stands) },
    severity: 'warning',
    at,
    suspects: labelsIn(filing, at),
    printed: pageName(page),
    expected: pageName(stands),
    related: [
      {
        figure: null,
        start: section.start,
        end: Math.min(section.end, section.start + 1),
        note: 'the heading',
      },
    ],
    evidence: [`${right} other entries of the list agree with the page that their heading stands on`],
  };
}
