/** What a place of the register takes. */
export type Dimension =
  /** An amount of the register's currency. */
  | 'money'
  /** An amount of any currency. */
  | 'any-money'
  /** U.S. dollars. */
  | 'dollars'
  /** An amount of the register's currency for a year. */
  | 'money-a-year'
  /** Units of the register's currency for one dollar. */
  | 'exchange-rate'
  /** A share or a change: 12%, or 0.12. */
  | 'fraction'
  /** How many times a year. */
  | 'frequency'
  | 'duration'
  /** Whole trading days. */
  | 'trading-days'
  /** A plain number: a shape, a multiple. */
  | 'number'
  /** A number of things, of shares. */
  | 'count'
  /** Whatever its text says: an input, or a shock to a place that says what it takes. */
  | 'any';

/** What a place takes, and between which bounds in base units. */
export interface QuantityKind {
  readonly dimension: Dimension;
  readonly atLeast?: number;
  readonly above?: number;
  readonly atMost?: number;
  readonly below?: number;
  readonly whole?: true;
}

/** A quantity of the register as it is written; what it is worth depends on inputs and shocks. */
export interface Quantity {
  readonly quantity: QuantityKind;
  readonly text: string;
}

/** Quantities by quantities, "5%: JPY 30 million": the keys are read as quantities too. */
export interface QuantityTable {
  readonly table: QuantityKind;
  readonly entries: readonly (readonly [key: string, value: Quantity])[];
}

export function isQuantity(value: object): value is Quantity {
  return 'quantity' in value && 'text' in value;
}

export function isQuantityTable(value: object): value is QuantityTable {
  return 'table' in value && 'entries' in value;
}

/** The input that a text names; null for a literal: "$6 million" is dollars. */
export function inputNamed(text: string): string | null {
  return /^\s*\$[A-Za-z_]/.test(text) ? text.trim().slice(1) : null;
}
