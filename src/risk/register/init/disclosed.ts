/** A risk factor of a report, as a register starts from it. Plain data: the register knows no filings. */
export interface DisclosedFactor {
  /** Survives edits of the report. */
  readonly key: string;
  readonly heading: string;
  /** Title of the group that it stands in, or null. */
  readonly group: string | null;
  readonly line: number;
  readonly figures: readonly DisclosedFigure[];
}

export interface DisclosedFigure {
  readonly key: string;
  /** As printed: "¥6.8 billion". */
  readonly text: string;
  /** Exact, in units: "6800000000"; of a percentage "29.7". */
  readonly value: string;
  /** `JPY`, `percent`, `share`, `JPY/USD`, … */
  readonly unit: string;
  /** What it is, by the words around it: "book value of our remaining available-for-sale securities". */
  readonly label: string;
  readonly line: number;
}

/** What of the income statement was found, for the base. */
export type BaseItem = 'revenue' | 'costs' | 'operating-income' | 'net-income' | 'equity';

export interface DisclosedReport {
  /** By its path from the register. */
  readonly path: string;
  readonly issuer: string | null;
  readonly currency: string | null;
  /** The end of the fiscal year, 2006-03-31; null where the report does not say. */
  readonly periodEnd: string | null;
  readonly factors: readonly DisclosedFactor[];
  readonly base: Readonly<Partial<Record<BaseItem, DisclosedFigure>>>;
}
