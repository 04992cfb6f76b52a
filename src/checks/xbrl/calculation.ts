/**
 * A summation that the issuer's calculation linkbase states: the total is the sum of the contributors, each times its
 * weight (XBRL 2.1, section 5.2.5.2; Calculations 1.1).
 */
export interface Calculation {
  /** The role of the network that states it: the statement or note. */
  readonly role: string;
  /** Concept of the total, as facts name it: "us-gaap:GrossProfit". */
  readonly total: string;
  readonly contributors: readonly Contributor[];
}

export interface Contributor {
  readonly concept: string;
  /** A plain decimal, "1" or "-1" as a rule. */
  readonly weight: string;
}
