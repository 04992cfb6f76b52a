import type { Check, CheckResult } from '../../checks/check.js';
import { checks as allChecks } from '../../checks/index.js';
import { VERSION } from '../../version.js';
import type { FileFailure } from '../file-failure.js';
import { messageText } from './message-text.js';
import { artifactLocation, BASE_ID, baseFolder, type SarifFolders } from './place.js';
import { type SarifFile, sarifFile } from './results.js';
import { sarifRules } from './rules.js';

/** What the notifications of a run are about (SARIF, 3.58), and their places in `NOTIFICATIONS`. */
const FILE_NOT_READ = { id: 'file-not-read', index: 0 } as const;
const CHECK_NOT_RUN = { id: 'check-not-run', index: 1 } as const;
const NOTIFICATIONS = [
  {
    id: FILE_NOT_READ.id,
    shortDescription: { text: 'A file could not be read and was not checked.' },
    defaultConfiguration: { level: 'error' },
  },
  {
    id: CHECK_NOT_RUN.id,
    shortDescription: { text: 'A check did not run on a file.' },
    defaultConfiguration: { level: 'note' },
  },
];

export interface SarifOptions extends SarifFolders {
  /** The checks that were asked for; all of them where absent. */
  readonly checks?: readonly Check[];
}

/** A log in the making: it keeps what it says of a file, not the file. */
export interface SarifLog {
  add(result: CheckResult): void;
  addFailure(failure: FileFailure): void;
  /** The log, as the command writes it. Ends with a line end. */
  text(): string;
}

/**
 * What `tickmark check --format sarif` writes: one run in the Static Analysis Results Interchange Format (SARIF)
 * 2.1.0. Has no time and no absolute path, so that two runs give the same bytes on any machine.
 */
export function sarifReport(
  results: readonly CheckResult[],
  options: SarifOptions & { readonly failures?: readonly FileFailure[] },
): string {
  const log = sarifLog(options);
  for (const result of results) log.add(result);
  for (const failure of options.failures ?? []) log.addFailure(failure);
  return log.text();
}

/** The same, file by file. */
export function sarifLog({ checks = allChecks, ...folders }: SarifOptions): SarifLog {
  const rules = sarifRules(checks);
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const files: SarifFile[] = [];
  const notifications: (ReturnType<typeof notRead> | ReturnType<typeof notRun>[number])[] = [];
  let [errors, failed] = [0, false];
  return {
    add(result) {
      const file = sarifFile(result, files.length, folders, ruleIndex);
      files.push(file);
      notifications.push(...notRun(result, file, ruleIndex));
      errors += result.summary.errors;
    },
    addFailure(failure) {
      notifications.push(notRead(failure, folders));
      failed = true;
    },
    text() {
      const invocation = {
        executionSuccessful: !failed,
        exitCode: failed ? 2 : errors > 0 ? 1 : 0,
        exitCodeDescription: exitCodeDescription(failed, errors),
        toolExecutionNotifications: notifications,
      };
      return `${JSON.stringify(logOf(rules, invocation, files, folders), null, 2)}\n`;
    },
  };
}

function logOf(
  rules: ReturnType<typeof sarifRules>,
  invocation: object,
  files: readonly SarifFile[],
  folders: SarifFolders,
) {
  const run = {
    tool: {
      driver: {
        name: 'Tickmark',
        version: VERSION,
        semanticVersion: VERSION,
        rules,
        notifications: NOTIFICATIONS,
      },
    },
    invocations: [invocation],
    originalUriBaseIds: { [BASE_ID]: { description: { text: baseFolder(folders).description } } },
    artifacts: files.map(({ artifact }) => artifact),
    // Absent where no file was read: an empty list would say that nothing is wrong (3.14.23).
    ...(files.length === 0 ? {} : { results: files.flatMap(({ results }) => results) }),
    columnKind: 'utf16CodeUnits',
    // As we count lines: a lone CR ends one, a form feed and U+2028 do not.
    newlineSequences: ['\r\n', '\n', '\r'],
  };
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
}

function notRead(failure: FileFailure, folders: SarifFolders) {
  return {
    descriptor: FILE_NOT_READ,
    level: 'error',
    message: { text: messageText(withoutFolders(failure, folders)) },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(failure.path, folders) } }],
    properties: { code: failure.code },
  };
}

/** A message names the file as the caller did, perhaps by an absolute path. */
function withoutFolders({ message, path }: FileFailure, folders: SarifFolders): string {
  const { uri } = { uri: null, ...artifactLocation(path, folders) };
  return uri === null ? message : message.replaceAll(path, decodeURIComponent(uri));
}

function notRun(result: CheckResult, file: SarifFile, ruleIndex: ReadonlyMap<string, number>) {
  return result.checksNotRun.map(({ check, reason }) => {
    const index = ruleIndex.get(check);
    return {
      descriptor: CHECK_NOT_RUN,
      associatedRule: { id: check, ...(index === undefined ? {} : { index }) },
      level: 'note',
      message: { text: messageText(`${check} did not run: ${reason}.`) },
      locations: [{ physicalLocation: { artifactLocation: file.artifact.location } }],
    };
  });
}

function exitCodeDescription(failed: boolean, errors: number): string {
  if (failed) return 'a file could not be read';
  return errors > 0 ? 'at least one finding is an error' : 'no finding is an error';
}
