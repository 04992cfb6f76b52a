import type { ReadingForm } from './reading/form.js';
import type { Selection } from './reading/selection.js';

export type { ReadingForm } from './reading/form.js';
export { type ReadingView, type Selection, select } from './reading/selection.js';

export type ReadingFormat = 'terminal' | 'json' | 'jsonl' | 'markdown' | 'csv';

/**
 * The form that what was read is printed in. A terminal gets the outline with counts, and of anything else Markdown,
 * which reads as it stands. Throws `InputError` ('bad-option') for a whole report as CSV.
 */
export async function readingForm(
  format: ReadingFormat,
  selection: Selection,
  columns: number,
): Promise<ReadingForm> {
  switch (format) {
    case 'json':
      return (await import('./reading/json.js')).jsonForm();
    case 'jsonl':
      return (await import('./reading/json.js')).jsonLinesForm();
    case 'csv':
      return (await import('./reading/csv.js')).csvForm(selection.view);
    case 'terminal':
      if (!isOutline(selection)) return readingForm('markdown', selection, columns);
      return (await import('./reading/overview.js')).overviewForm({
        columns,
        isWhole: selection.view === 'outline',
      });
    case 'markdown':
      return (await import('./reading/markdown/form.js')).markdownForm();
  }
}

function isOutline({ view, item }: Selection): boolean {
  return view === 'outline' || (view === 'all' && item === null);
}
