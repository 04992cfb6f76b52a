import { type FilesReport, reportOf } from './check-report.js';
import type { CommandIo } from './command.js';
import { openOutput } from './output.js';
import type { ReadTask } from './threads/file-task.js';

/** The output of `tickmark read`: what was printed of each file, in its form. Nothing where no file could be read. */
export async function readReport(
  { format, selection }: ReadTask,
  path: string | undefined,
  io: CommandIo,
): Promise<FilesReport<string>> {
  const { readingForm } = await import('../reports/reading.js');
  const { opening, separator, closing, failure } = await readingForm(format, selection, io.columns);
  const output = openOutput(path, io);
  let [isRead, isBegun] = [false, false];
  const write = async (text: string): Promise<boolean> => {
    isRead = true;
    // A file without a table, say, leaves no gap.
    if (text === '') return true;
    const before = isBegun ? separator : opening;
    isBegun = true;
    return output.write(before + text);
  };
  const writer = {
    add: write,
    async addFailure(file: Parameters<typeof failure>[0]) {
      const text = failure(file);
      if (text !== null) await write(text);
    },
    async end() {
      if (isRead) await output.write(isBegun ? closing : opening + closing);
    },
  };
  return reportOf(writer, output);
}
