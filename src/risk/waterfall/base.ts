/** The year's plan that risks move: lines, tax, minority interests, equity and shares. Amounts in units of the reporting currency. */
export interface Base {
  /** ISO code of the reporting currency. */
  readonly currency: string;
  readonly lines: readonly Line[];
  readonly tax: Tax;
  readonly minorities: readonly MinorityInterest[];
  /** Shareholders' equity at the start of the year. */
  readonly equity: number;
  readonly ads: Ads | null;
}

export interface Line {
  readonly id: string;
  readonly name: string;
  /**
   * `revenue` and `cost` make operating income; `other` (interest, gains on securities, exchange) comes after it,
   * before tax; `equity-method` comes after tax; `other-comprehensive-income` reaches equity, not income.
   */
  readonly kind: 'revenue' | 'cost' | 'other' | 'equity-method' | 'other-comprehensive-income';
  /** As printed: a cost is positive; other lines are positive where they raise income. */
  readonly amount: number;
  /** Of a revenue line: relative change of volume for a relative change of price (−0.4). */
  readonly elasticity: number;
  /** Of a cost line: the share by which it follows the volume of revenue lines (0.3: 10% more volume, 3% more cost). */
  readonly follows: readonly { readonly line: string; readonly share: number }[];
  /** Of a cost line: the share of an increase that customers pay, and the revenue line where they pay it. */
  readonly passedOn: readonly { readonly line: string; readonly share: number }[];
}

export interface Tax {
  /** Fraction of income before tax. */
  readonly rate: number;
  /** Losses of earlier years that lower taxable income. */
  readonly lossesCarriedForward: number;
  /** The share of a year's taxable income that they may offset (1: all). */
  readonly offsetShare: number;
  /** The share of a loss of this year that is recognised as a deferred tax asset (0: none, full valuation allowance). */
  readonly lossRecognised: number;
}

/** Others hold `share` of a subsidiary: of so much of these lines' amounts and effects, after tax. */
export interface MinorityInterest {
  readonly name: string;
  readonly share: number;
  readonly lines: readonly { readonly line: string; readonly part: number }[];
}

export interface Ads {
  /** Price of a share today, in the reporting currency. */
  readonly sharePrice: number;
  readonly shares: number;
  /** Shares that one ADS stands for: 0.0025 where 400 ADSs stand for one share. */
  readonly sharesPerAds: number;
  /** Units of the reporting currency for one dollar, today. */
  readonly rate: number;
  /** How many times a change of net income enters the value of the shares; 0: not at all. */
  readonly earningsMultiple: number;
  readonly dividendPerShare: number;
  readonly withholdingTax: number;
  /** Dollars an ADS. */
  readonly feePerAds: number;
}
