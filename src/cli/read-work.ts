import type { Filing } from '../filing/filing.js';
import type { ReadTask } from './threads/file-task.js';

/** Prints what was asked for of a filing. */
export async function readWork({ format, selection, io }: ReadTask): Promise<(filing: Filing) => string> {
  const { readingForm, select } = await import('../reports/reading.js');
  const form = await readingForm(format, selection, io.columns);
  return (filing) => form.file(select(filing, selection));
}
