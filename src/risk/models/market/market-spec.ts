/** Positions that move with factors of the market; Item 11's four categories, trading and other apart. */
export interface MarketSpec {
  readonly kind: 'market';
  readonly category: MarketCategory;
  readonly purpose: 'trading' | 'other';
  readonly positions: readonly Position[];
}

export type MarketCategory = 'interest-rate' | 'foreign-exchange' | 'commodity-price' | 'equity-price';

export type Position = CurrencyPosition | RatePosition | PricePosition | AdsPosition;

/**
 * An amount in another currency: what is received is positive, what is paid negative. `balance`: a receivable, payable,
 * deposit or debt, worth more or less at once. `flow`: a year's revenue or cost; it moves income, and has no fair value.
 * `forward`: a purchase (positive) or sale (negative) of the currency at a settlement price.
 */
export interface CurrencyPosition {
  readonly position: 'currency';
  readonly name: string;
  readonly basis: 'balance' | 'flow' | 'forward';
  /** Factor whose level is units of the reporting currency for one unit of `currency`. */
  readonly factor: string;
  readonly currency: string;
  /** In `currency`. */
  readonly amount: number;
  /** Of a forward: units of the reporting currency for one of `currency`; null for others, and for a forward made at today's rate. */
  readonly settlementPrice: number | null;
  /** Where a change of its value goes. */
  readonly line: string;
  /** Amounts in `currency`, with the sign of `amount`. */
  readonly maturities: readonly Maturity[];
}

/** Debt, deposits and swaps, in the reporting currency. */
export interface RatePosition {
  readonly position: 'rate';
  readonly name: string;
  readonly instrument: 'debt' | 'deposit' | 'swap';
  readonly factor: string;
  /** Principal or notional, positive. */
  readonly amount: number;
  /** Fixed: the rate paid (debt) or received (deposit); of a swap, the fixed leg. Fraction a year. */
  readonly fixedRate: number | null;
  /** Variable: the spread over the factor's rate; null where the rate is fixed. Of a swap: of the variable leg. */
  readonly spread: number | null;
  /** Of a swap: which leg is paid. */
  readonly pays: 'fixed' | 'variable' | null;
  /** Interest dates a year. */
  readonly paymentsPerYear: 1 | 2 | 4 | 12;
  /**
   * What a buyer today would ask over the factor's rate (the issuer's credit): cash flows are discounted at the
   * factor's level plus this. Null: nothing for a fixed rate or a swap, its own spread for a variable one.
   */
  readonly discountMargin: number | null;
  /** Where a change of its interest goes. A change of fair value alone goes nowhere: it is disclosed, not booked. */
  readonly line: string;
  readonly maturities: readonly Maturity[];
}

/**
 * Listed shares and commodities. `balance`: value today, an asset positive; its change goes to `line`. `flow`: a year's
 * purchases (negative) or sales (positive) of a commodity at today's price; it moves income, and has no fair value.
 */
export interface PricePosition {
  readonly position: 'price';
  readonly name: string;
  readonly basis: 'balance' | 'flow';
  readonly factor: string;
  /** In units of the reporting currency. */
  readonly amount: number;
  /** The position moves by so many times the factor's change. */
  readonly beta: number;
  readonly line: string;
}

/** What a holder of ADSs sees: moves no line, but the dollars that an ADS is worth. */
export interface AdsPosition {
  readonly position: 'ads';
  readonly name: string;
  /** Units of the reporting currency for one dollar. */
  readonly rateFactor: string;
  /** The share price of the issuer; null: moves with results only. */
  readonly priceFactor: string | null;
}

/** Principal that falls due so many years from `asOf`. */
export interface Maturity {
  readonly years: number;
  readonly amount: number;
}
