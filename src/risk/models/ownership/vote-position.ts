import type { Distribution } from '../../distributions/distribution.js';

/** What one holder, or several together, can do at a general meeting against a threshold of the votes cast. */
export interface VotePosition {
  readonly threshold: number;
  /** A threshold up to 1/2 must be exceeded (more than a third blocks, a majority carries), a higher one reached. */
  readonly rule: 'exceeded' | 'reached';
  /** `below`: at a turnout below the stated ones, at them too where the threshold need only be reached. */
  readonly when: 'always' | 'below' | 'never';
  /** Turnout of all votes: votes cast of all votes. Null where `always` or `never`. */
  readonly turnoutOfAll: number | null;
  /** Turnout of those who do not always vote: the same meeting, seen as the turnout law sees it. */
  readonly turnoutOfRest: number | null;
  /** That it comes to this, by the turnout law: exact. */
  readonly probability: number;
}

/** Shares of all votes that vote together, that others always cast, and that are left to the turnout. They sum to 1. */
export interface Votes {
  readonly together: number;
  readonly always: number;
  readonly left: number;
}

/** Rounding of shares must not decide a tie. */
const TIE = 1e-12;

/**
 * Holders with k of all votes cast k / T of the votes cast at a turnout T of all votes: they exceed a threshold q where
 * T < k / q. With r of all votes left to the turnout t of the rest, T = (1 − r) + t r.
 */
export function votePosition(votes: Votes, threshold: number, turnout: Distribution): VotePosition {
  const rule = threshold <= 0.5 ? 'exceeded' : 'reached';
  const of = { threshold, rule } as const;
  const critical = criticalTurnout(votes, threshold);
  const probability = probabilityBelow(critical, rule, turnout);
  const allCast = 1 - critical;
  if (rule === 'exceeded' ? allCast < -TIE : allCast <= TIE)
    return { ...of, when: 'always', turnoutOfAll: null, turnoutOfRest: null, probability: 1 };
  if (rule === 'exceeded' ? critical <= TIE : critical < -TIE)
    return { ...of, when: 'never', turnoutOfAll: null, turnoutOfRest: null, probability: 0 };
  return {
    ...of,
    when: 'below',
    turnoutOfAll: votes.together / threshold,
    turnoutOfRest: critical,
    probability,
  };
}

/** The probability of {@link VotePosition} alone, for many shares. */
export function voteProbability(votes: Votes, threshold: number, turnout: Distribution): number {
  return probabilityBelow(
    criticalTurnout(votes, threshold),
    threshold <= 0.5 ? 'exceeded' : 'reached',
    turnout,
  );
}

/** Turnout of the rest at which the threshold is just met; below 0 never, above 1 always. */
function criticalTurnout({ together, always, left }: Votes, threshold: number): number {
  const spare = together / threshold - together - always;
  if (left > TIE) return spare / left;
  return Math.abs(spare) <= TIE ? 0 : spare * Number.POSITIVE_INFINITY;
}

function probabilityBelow(critical: number, rule: 'exceeded' | 'reached', turnout: Distribution): number {
  // Above 1 even full turnout is below; a law with an atom (turnout 60%) must not be decided by rounding.
  if (rule === 'reached') return turnout.cdf(critical + TIE);
  return turnout.cdf(critical - TIE);
}
