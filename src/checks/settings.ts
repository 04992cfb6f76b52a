import type { Check, CheckContext, FindingDraft, Severity } from './check.js';

/** What a user sets of one check. Absent: as the check has it. */
export interface CheckSetting {
  /** No finding is more severe than this; "off": the check does not run. */
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** Settings by check id. */
export type CheckSettings = Readonly<Record<string, CheckSetting>>;

export type OptionValue = boolean | number | readonly string[];

/** What a user may set of a check: its name, what it does, and its value where nobody sets it, which gives its type. */
export interface CheckOption {
  readonly name: string;
  /** A sentence for the page of the check and for editors. */
  readonly description: string;
  readonly default: OptionValue;
  /** Bounds of a number. */
  readonly minimum?: number;
  readonly maximum?: number;
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/**
 * The severity of a finding under a setting: the set one where the check gives all its findings alike; a finding that
 * the check itself holds weaker stays so.
 */
export function severityOf(
  { meta }: Pick<Check, 'meta'>,
  { severity: own }: Pick<FindingDraft, 'severity'>,
  { severity: set }: CheckSetting = {},
): Severity {
  if (set === undefined || set === 'off') return own ?? meta.severity;
  return own === undefined || RANK[set] < RANK[own] ? set : own;
}

/** Every option of a check with its value: the set one, or its default. */
export function optionsOf(
  { meta }: Pick<Check, 'meta'>,
  { options: set = {} }: CheckSetting = {},
): Readonly<Record<string, OptionValue>> {
  return Object.fromEntries(
    (meta.options ?? []).map((option) => [option.name, set[option.name] ?? option.default]),
  );
}

/** The option of that name where it is a list of texts; empty where a check runs without its options. */
export function listOption({ options }: Pick<CheckContext, 'options'>, name: string): readonly string[] {
  const value = options?.[name];
  return typeof value === 'object' ? value : [];
}

/** The option of that name where it is a number; `standard` where a check runs without its options. */
export function numberOption(
  { options }: Pick<CheckContext, 'options'>,
  name: string,
  standard: number,
): number {
  const value = options?.[name];
  return typeof value === 'number' ? value : standard;
}
