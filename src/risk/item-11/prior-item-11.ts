import { z } from 'zod';
import { InputError, parseDay } from '../../value/index.js';
import type {
  ByMaturity,
  Item11,
  MarketGroup,
  SensitivityRow,
  TabularRow,
  ValueAtRiskPart,
} from './item-11-data.js';

/** Far beyond any register's Item 11, and small enough to parse in no time. */
const MOST_CHARACTERS = 64 * 1024 * 1024;
const MOST_ROWS = 10_000;

const number = z.number();
const known = number.nullable();
const text = z.string().max(1000);
const purpose = z.enum(['trading', 'other']);
const category = z.enum(['interest-rate', 'foreign-exchange', 'commodity-price', 'equity-price']);
const group = { category, purpose };
const part = z.object({
  category: z.union([category, z.literal('total')]),
  valueAtRisk: z.object({ value: number, horizonDays: number.optional(), level: number.optional() }),
});

/** What a comparison reads of last year's; the rest may be missing or otherwise, as in another version. */
const priorSchema = z.object({
  currency: text,
  asOf: text.nullable().default(null),
  tabular: z
    .array(
      z.object({
        ...group,
        rows: z
          .array(z.object({ key: text, amounts: z.object({ total: known }), fairValue: known }))
          .max(MOST_ROWS),
      }),
    )
    .max(100),
  sensitivity: z
    .array(
      z.object({
        ...group,
        rows: z
          .array(z.object({ key: text, fairValue: number, income: number, otherComprehensiveIncome: number }))
          .max(MOST_ROWS),
      }),
    )
    .max(100),
  valueAtRisk: z.array(z.object({ purpose, parts: z.array(part).max(10), total: part.nullable() })).max(10),
});

/** What `item11` reads of last year's: any `Item11` is one. */
export interface PriorItem11 {
  readonly currency: string;
  /** ISO day; null where it does not say. */
  readonly asOf: string | null;
  readonly tabular: readonly (MarketGroup & { readonly rows: readonly PriorTabularRow[] })[];
  readonly sensitivity: readonly (MarketGroup & { readonly rows: readonly PriorSensitivityRow[] })[];
  readonly valueAtRisk: readonly PriorValueAtRiskGroup[];
}

export interface PriorTabularRow extends Pick<TabularRow, 'key' | 'fairValue'> {
  readonly amounts: Pick<ByMaturity, 'total'>;
}

export type PriorSensitivityRow = Pick<
  SensitivityRow,
  'key' | 'fairValue' | 'income' | 'otherComprehensiveIncome'
>;

export interface PriorValueAtRiskGroup {
  readonly purpose: MarketGroup['purpose'];
  readonly parts: readonly PriorPart[];
  readonly total: PriorPart | null;
}

export interface PriorPart {
  readonly category: ValueAtRiskPart['category'];
  readonly valueAtRisk: {
    readonly value: number;
    readonly horizonDays?: number | undefined;
    readonly level?: number | undefined;
  };
}

/**
 * Last year's Item 11 from JSON: of a run (its member `item11`), or alone. `currency` is this year's reporting currency.
 *
 * Throws `InputError` ('unreadable' where it is no JSON or no Item 11, with the place; 'too-large';
 * 'currency-mismatch').
 */
export function priorItem11(json: string, file: string, currency: string): PriorItem11 {
  if (json.length > MOST_CHARACTERS) {
    throw new InputError(
      'too-large',
      `Unexpected ${json.length} characters in ${file}, expected at most ${MOST_CHARACTERS}`,
    );
  }
  const found = item11Of(parsed(json, file));
  const checked = priorSchema.safeParse(found);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
    throw new InputError(
      'unreadable',
      `Unexpected content of ${file}${place}: ${issue?.message ?? 'no Item 11'}; expected what "tickmark risk item-11 --format json" (or "risk run --format json") wrote`,
    );
  }
  if (checked.data.currency !== currency) {
    throw new InputError(
      'currency-mismatch',
      `The Item 11 in ${file} is in ${checked.data.currency.slice(0, 10)}, expected ${currency}, as the register is`,
    );
  }
  requireDay(checked.data.asOf, file);
  return checked.data;
}

function requireDay(asOf: string | null, file: string): void {
  if (asOf === null) return;
  try {
    parseDay(asOf);
  } catch (cause) {
    throw new InputError(
      'unreadable',
      `Unexpected asOf "${asOf.slice(0, 40)}" in ${file}, expected a day such as 2026-03-31`,
      { cause },
    );
  }
}

function parsed(json: string, file: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InputError(
      'unreadable',
      `Cannot read ${file} as JSON; expected what "tickmark risk item-11 --format json" (or "risk run --format json") wrote`,
      { cause: error },
    );
  }
}

/** Of a run's JSON, or of a file with Item 11 alone. */
function item11Of(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || !('item11' in content)) return content;
  return (content as { readonly item11: Item11 }).item11;
}
