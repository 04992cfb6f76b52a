import type { Figure, Filing, SourceSpan } from '../filing/index.js';
import type { NamedRateSource, RateSource } from '../rates/rate-source.js';
import type { CheckOption, OptionValue } from './settings.js';
import type { Calculation } from './xbrl/calculation.js';

/** What a tick rests on, strongest first. */
export type Support = 'official' | 'recomputed' | 'statements' | 'prior' | 'document' | 'agreement';

/** `exact`: equal as printed. `rounding`: within the document's own habit. `possible`: the worst case only, no tick. */
export type Grade = 'exact' | 'rounding' | 'possible';

export type Severity = 'error' | 'warning' | 'info';

/** The letters that an auditor writes beside a figure. */
export const TICK_LETTERS = {
  OF: 'agrees with an official source',
  F: 'footed: the column adds up',
  CF: 'cross-footed: the row adds up',
  RC: 'recalculated from its parts',
  TS: 'tied to the financial statements',
  PY: 'agrees with the prior year’s report',
  TB: 'agrees with a support file',
  IC: 'internal agreement: two mentions say the same',
} as const;

export type TickLetter = keyof typeof TICK_LETTERS;

/** An official observation, or another figure of the same document. */
export type TickInput =
  | { readonly source: string; readonly series: string; readonly date: string; readonly value: string }
  | { readonly figure: string };

/** A confirmation of one figure by independent work, with all that is needed to re-perform it. */
export interface Tick {
  readonly check: string;
  readonly letter: TickLetter;
  readonly support: Support;
  readonly grade: Grade;
  /** In words and numbers: "mean of the last noon buying rate of each of 12 months". */
  readonly formula: string;
  readonly inputs: readonly TickInput[];
  readonly recomputed: string;
}

/** Another place that a finding speaks of. */
export interface RelatedPlace {
  readonly figure: string | null;
  readonly start: number;
  readonly end: number;
  readonly note: string;
}

/** What a check says of an exception; the engine adds identity, line and column and fills the message. */
export interface FindingDraft<MessageId extends string = string> {
  readonly message: MessageId;
  /** Values of the message's placeholders. */
  readonly values: Readonly<Record<string, string>>;
  /** Severity where it differs from the check's own. */
  readonly severity?: Severity;
  /** Where: a figure's id, or a range of the source. */
  readonly at: string | SourceSpan;
  /**
   * The figures of which one is held to be wrong, likeliest first. Where there are many (the lines of a sum), the engine
   * drops those that other work confirms, puts first those that other findings hold wrong too, and keeps three.
   */
  readonly suspects: readonly string[];
  /** What a suspect would have to say, as printed in its place, for the relation to hold: by figure id. */
  readonly repairs?: Readonly<Record<string, string>>;
  /**
   * Set where the document does not show that the relation holds (a sum that only the place of a "Total" suggests). The
   * engine reports it where another relation, which shares one figure with it, would have a slip of typing in that figure
   * mended alike; else it says nothing. Such a draft tells `repairs`.
   */
  readonly isConjecture?: boolean;
  readonly printed: string;
  readonly expected: string;
  /** The likeliest cause, where one fits exactly: "two digits swapped". */
  readonly cause?: string | null;
  readonly related?: readonly RelatedPlace[];
  /** The work, a line each. */
  readonly evidence?: readonly string[];
}

/** A figure that the check looked at and could neither confirm nor refute. */
export interface Undecided {
  readonly figure: string;
  readonly reason: string;
}

export interface CheckOutcome<MessageId extends string = string> {
  readonly ticks: readonly { readonly figure: string; readonly tick: Omit<Tick, 'check'> }[];
  readonly findings: readonly FindingDraft<MessageId>[];
  readonly undecided: readonly Undecided[];
  /** Why the check did not run on this document ("no exchange-rate table"), or null where it ran. */
  readonly notRun: string | null;
}

/** What checks may use beside the filing. Loaded lazily by the caller. */
export interface CheckContext {
  /** Official exchange rates, or null where there are none. */
  readonly rates: RateSource | null;
  /** Rates of other sources, which a check uses where the document names that source. */
  readonly otherRates?: readonly NamedRateSource[];
  /** The summations of the issuer's calculation linkbase, where one is handed in. */
  readonly calculations?: readonly Calculation[];
  /** The options of the check that runs, each with a value; the engine fills them in. */
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** What a check is: shown in `--help`, in the docs and in every report. */
export interface CheckMeta {
  /** Equal to the file name. */
  readonly id: string;
  readonly title: string;
  /** Of its findings, unless a finding says otherwise. */
  readonly severity: Severity;
  /** The authority: form item, rule, standard. */
  readonly basis: string;
  /** Version that added it. */
  readonly since: string;
  readonly needs: readonly ('rates' | 'tables' | 'form')[];
  /** What a user may set of it; none where absent. */
  readonly options?: readonly CheckOption[];
}

/** A case that runs as a test and is printed on the check's page. */
export interface CheckExample {
  readonly name: string;
  /** Plain text of a report about an invented issuer. */
  readonly text: string;
  /** Printed text of each figure that must be ticked by this check; every tick must be listed. */
  readonly ticked?: readonly string[];
  /** Every finding of this check, in order; empty or absent where it must stay silent. */
  readonly findings?: readonly {
    readonly message: string;
    /** The source text that it points at. */
    readonly at: string;
    readonly suspects?: readonly string[];
    readonly cause?: string;
  }[];
}

/** One rule: a pure function from a filing and its context to ticks and findings; one file each. */
export interface Check<MessageId extends string = string> {
  readonly meta: CheckMeta;
  /** Message id to template: what, why, what to look at. Placeholders in braces. */
  readonly messages: Readonly<Record<MessageId, string>>;
  run(filing: Filing, context: CheckContext): CheckOutcome<MessageId>;
  /** Known false alarms and misses, in plain words. */
  readonly limits: readonly string[];
  readonly examples: readonly CheckExample[];
}

/** Gives a check its types; the registry holds what every check file exports under the name `check`. */
export function defineCheck<MessageId extends string>(check: Check<MessageId>): Check<MessageId> {
  return check;
}

/** An exception, as reported. */
export interface Finding {
  /** `x1`, in order of the report. */
  readonly id: string;
  /** From keys, not offsets: the same finding in an edited document keeps it. */
  readonly fingerprint: string;
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly cause: string | null;
  readonly start: number;
  readonly end: number;
  /** From 1; the column counts UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly suspects: readonly string[];
  readonly related: readonly RelatedPlace[];
  readonly printed: string;
  readonly expected: string;
  readonly evidence: readonly string[];
}

/** What became of a figure; a finding outweighs a tick. */
export type FigureStatus = 'ticked' | 'agrees' | 'differs' | 'unsupported' | 'label';

export interface CheckedFigure {
  readonly figure: Figure;
  readonly status: FigureStatus;
  readonly ticks: readonly Tick[];
}

export interface CheckSummary {
  readonly figures: number;
  readonly ticked: number;
  readonly agrees: number;
  readonly differs: number;
  readonly unsupported: number;
  readonly labels: number;
  readonly errors: number;
  readonly warnings: number;
}

/** The result of all checks on one filing. */
export interface CheckResult {
  readonly filing: Filing;
  readonly figures: readonly CheckedFigure[];
  /** By place, errors first at the same place. */
  readonly findings: readonly Finding[];
  readonly undecided: readonly (Undecided & { readonly check: string })[];
  readonly checksNotRun: readonly { readonly check: string; readonly reason: string }[];
  readonly summary: CheckSummary;
}
