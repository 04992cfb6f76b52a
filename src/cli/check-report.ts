import type { Check, CheckResult, CheckSummary, Severity } from '../checks/check.js';
import type { RateSource } from '../rates/rate-source.js';
import type { FileFailure } from '../reports/file-failure.js';
import type { FileLine } from '../reports/terminal.js';
import type { CheckFormat, CheckPart } from './check-part.js';
import type { CommandIo } from './command.js';
import { type Output, openOutput } from './output.js';

/** What a report is made with. */
export interface CheckReportSettings {
  readonly format: CheckFormat;
  readonly output: string | undefined;
  /** Lowest severity of the findings shown. */
  readonly severity: Severity;
  readonly evidence: boolean;
  readonly rates: RateSource;
  /** The checks that were asked for. */
  readonly checks: readonly Check[];
}

/** A report in the making: it is told of each file, in order, and keeps no more than its format needs. */
export interface FilesReport<Part> {
  /** Resolves to false where nobody reads the report any more. */
  add(part: Part): Promise<boolean>;
  addFailure(failure: FileFailure): Promise<void>;
  /** Writes what is left, and puts the output in its place. */
  finish(): Promise<void>;
  /** After an error: leaves nothing half done. After `finish` it does nothing. */
  abandon(): void;
}

/** What a format does; the rest is the same for all. */
export type Writer<Part> = Pick<FilesReport<Part>, 'add' | 'addFailure'> & {
  readonly end: () => Promise<void>;
};

/** Makes a report of a writer and the place that it writes to. */
export function reportOf<Part>({ add, addFailure, end }: Writer<Part>, output: Output): FilesReport<Part> {
  return {
    add,
    addFailure,
    async finish() {
      await end();
      output.finish();
    },
    abandon: output.abandon,
  };
}

/** Loads the one format that was asked for: the HTML report alone is larger than the rest of the command. */
export async function openReport(
  settings: CheckReportSettings,
  io: CommandIo,
): Promise<FilesReport<CheckPart>> {
  const output = openOutput(settings.output, io);
  return reportOf(await writerOf(settings, output, io), output);
}

async function writerOf(
  settings: CheckReportSettings,
  output: Output,
  io: CommandIo,
): Promise<Writer<CheckPart>> {
  switch (settings.format) {
    case 'terminal':
      return terminalWriter(settings, output, io);
    case 'json':
      return jsonWriter(output);
    case 'jsonl':
      return jsonLinesWriter(output);
    case 'sarif':
      return sarifWriter(settings, output, io);
    case 'github':
      return githubWriter(output, io);
    case 'html':
      return htmlWriter(settings, output);
  }
}

/** Each file as it is done; after several, the table of them. */
async function terminalWriter(
  { output: path, evidence, severity }: CheckReportSettings,
  output: Output,
  io: CommandIo,
): Promise<Writer<CheckPart>> {
  const { terminalFilesTable } = await import('../reports/terminal.js');
  const options = { columns: io.columns, color: io.color && path === undefined, evidence, severity };
  const files: FileLine[] = [];
  const isAnyRead = () => files.some(({ summary }) => summary !== null);
  return {
    async add({ path, summary, text }) {
      const separated = `${isAnyRead() ? '\n' : ''}${text}`;
      files.push({ path, summary });
      return output.write(separated);
    },
    async addFailure(failure) {
      files.push({ path: failure.path, summary: null });
    },
    async end() {
      if (files.length > 1 && isAnyRead()) await output.write(`\n${terminalFilesTable(files, options)}`);
    },
  };
}

/** A report that breaks off is no JSON, so that nobody takes a part for the whole. */
async function jsonWriter(output: Output): Promise<Writer<CheckPart>> {
  const { opening, separator, closing } = (await import('../reports/json.js')).jsonParts();
  let isBegun = false;
  return {
    async add({ text }) {
      const before = isBegun ? separator : opening;
      isBegun = true;
      return output.write(before + text);
    },
    addFailure: async () => {},
    async end() {
      if (isBegun) await output.write(closing);
    },
  };
}

async function jsonLinesWriter(output: Output): Promise<Writer<CheckPart>> {
  const { jsonFailureLine } = await import('../reports/json.js');
  return {
    add: ({ text }) => output.write(text),
    async addFailure(failure) {
      await output.write(jsonFailureLine(failure));
    },
    end: async () => {},
  };
}

/** Written also where no file could be read: a run that failed is not a run without findings. */
async function sarifWriter(
  { checks }: CheckReportSettings,
  output: Output,
  io: CommandIo,
): Promise<Writer<CheckPart>> {
  const { sarifLog } = await import('../reports/sarif/log.js');
  const log = sarifLog({ folder: io.cwd, checkout: io.env.GITHUB_WORKSPACE, checks });
  return {
    async add({ result }) {
      if (result !== null) log.add(result);
      return true;
    },
    addFailure: async (failure) => log.addFailure(failure),
    async end() {
      await output.write(log.text());
    },
  };
}

async function githubWriter(output: Output, io: CommandIo): Promise<Writer<CheckPart>> {
  const { githubFailure, githubSummary } = await import('../reports/github.js');
  const options = { folder: io.cwd, workspace: io.env.GITHUB_WORKSPACE };
  const summaries: CheckSummary[] = [];
  let failures = 0;
  return {
    async add({ summary, text }) {
      summaries.push(summary);
      return output.write(text);
    },
    async addFailure(failure) {
      failures += 1;
      await output.write(githubFailure(failure, options));
    },
    async end() {
      await output.write(githubSummary(summaries, failures));
    },
  };
}

/** A page that shows all documents has to hold them. */
async function htmlWriter({ rates }: CheckReportSettings, output: Output): Promise<Writer<CheckPart>> {
  const { htmlReport } = await import('../reports/html/report.js');
  const results: CheckResult[] = [];
  return {
    async add({ result }) {
      if (result !== null) results.push(result);
      return true;
    },
    addFailure: async () => {},
    async end() {
      if (results.length > 0) await output.write(htmlReport(results, { rates }));
    },
  };
}
