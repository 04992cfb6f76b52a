import type { Distribution } from '../../distributions/distribution.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import { percentText } from '../../percent-text.js';
import type { Estimate } from '../../results/results.js';
import { sampleMeanEstimate } from '../../simulation/estimates.js';
import { checkOwnership } from './check-ownership.js';
import { type HolderPower, holderPower } from './holder-power.js';
import { exRightsChange } from './ownership-sampler.js';
import type { OwnershipSpec } from './ownership-spec.js';
import { type SharesAfterIssues, sharesAfterIssues } from './shares-after-issues.js';
import { type VotePosition, type Votes, votePosition, voteProbability } from './vote-position.js';

/** Who can block and carry what, before and after the year's issues of new shares. */
export interface OwnershipAnalysis {
  readonly holders: readonly HolderAnalysis[];
  /** Two holders voting together, of the largest {@link LARGEST_HOLDERS}. */
  readonly pairs: readonly PairAnalysis[];
  readonly issues: readonly IssueAnalysis[];
  /** What "share of votes cast" and "turnout" mean in these numbers. */
  readonly definitions: readonly string[];
  readonly power: HolderPower | null;
  readonly trials: number;
}

export interface HolderAnalysis {
  readonly id: string;
  readonly name: string;
  /** Of all shares. */
  readonly share: number;
  /** After the issues of the year. */
  readonly shareAfter: Estimate;
  readonly votes: readonly VoteAnalysis[];
}

export interface PairAnalysis {
  readonly holders: readonly [string, string];
  readonly share: number;
  readonly votes: readonly VoteAnalysis[];
}

export interface VoteAnalysis extends VotePosition {
  /** The probability after the issues of the year. */
  readonly probabilityAfter: Estimate;
}

export interface IssueAnalysis {
  readonly id: string;
  readonly probability: number;
  /** Mean size, of the shares outstanding; null where the law has none. */
  readonly meanSize: number | null;
  /** Change of the share price to its theoretical ex-rights value at that size (−0.004 is 0.4% lower). */
  readonly priceChange: number | null;
}

const LARGEST_HOLDERS = 10;
/** Shares that are kept, and probabilities that are computed: some seconds. */
const MOST_SHARES = 2 ** 23;
const MOST_QUESTIONS = 2_000_000;
const FEWEST_TRIALS = 500;

/**
 * Thresholds, turnouts and probabilities are exact for the shares of today; after issues they are means over simulated
 * shares of exact probabilities, with their standard errors.
 *
 * @param trials of the issues; fewer where very many holders are named (`trials` of the result)
 * @throws InputError where holders, issues or votes are impossible
 */
export function analyseOwnership(
  spec: OwnershipSpec,
  seed: number | bigint,
  trials: number,
): OwnershipAnalysis {
  checkOwnership(spec, 'ownership');
  const turnout = distributionOf(spec.turnout);
  const after = sharesAfterIssues(spec, seed, trialsFor(spec, trials));
  const largest = spec.holders
    .map((_, index) => index)
    .sort((a, b) => shareOf(spec, b) - shareOf(spec, a) || a - b)
    .slice(0, LARGEST_HOLDERS)
    .sort((a, b) => a - b);
  return {
    holders: spec.holders.map(({ id, name, share }, index) => ({
      id,
      name,
      share,
      shareAfter: meanOf(after.trials, (trial) => (after.shares[index] as Float64Array)[trial] as number),
      votes: votesOf(spec, [index], turnout, after),
    })),
    pairs: largest.flatMap((one, place) =>
      largest.slice(place + 1).map(
        (other): PairAnalysis => ({
          holders: [idOf(spec, one), idOf(spec, other)],
          share: shareOf(spec, one) + shareOf(spec, other),
          votes: votesOf(spec, [one, other], turnout, after),
        }),
      ),
    ),
    issues: spec.issues.map(({ id, probability, size, discount }) => {
      const { mean } = distributionOf(size);
      const meanSize = Number.isFinite(mean) ? mean : null;
      return {
        id,
        probability,
        meanSize,
        priceChange: meanSize === null ? null : Math.expm1(exRightsChange(meanSize, discount)),
      };
    }),
    definitions: definitionsOf(spec),
    power:
      spec.power === null
        ? null
        : holderPower(
            spec.power.index,
            spec.holders.map(({ share }) => share),
            spec.power.quota,
            spec.power.rest,
          ),
    trials: after.trials,
  };
}

function trialsFor({ holders, thresholds }: OwnershipSpec, asked: number): number {
  const pairs = (Math.min(holders.length, LARGEST_HOLDERS) * (LARGEST_HOLDERS - 1)) / 2;
  const questions = Math.max(1, (holders.length + pairs) * thresholds.length);
  const affordable = Math.min(MOST_QUESTIONS / questions, MOST_SHARES / Math.max(1, holders.length));
  return Math.max(1, Math.min(asked, Math.max(FEWEST_TRIALS, Math.floor(affordable))));
}

function votesOf(
  spec: OwnershipSpec,
  together: readonly number[],
  turnout: Distribution,
  after: SharesAfterIssues,
): VoteAnalysis[] {
  const today = votesWhen(spec, together, (holder) => shareOf(spec, holder));
  return spec.thresholds.map((threshold) => {
    const position = votePosition(today, threshold, turnout);
    const probabilityAfter = meanOf(after.trials, (trial) => {
      if (after.issued[trial] === 0) return position.probability;
      const votes = votesWhen(
        spec,
        together,
        (holder) => (after.shares[holder] as Float64Array)[trial] as number,
      );
      return voteProbability(votes, threshold, turnout);
    });
    return { ...position, probabilityAfter };
  });
}

function votesWhen(
  { holders }: OwnershipSpec,
  together: readonly number[],
  shareOfHolder: (holder: number) => number,
): Votes {
  let own = 0;
  let always = 0;
  for (const [holder, { alwaysVotes }] of holders.entries()) {
    if (together.includes(holder)) own += shareOfHolder(holder);
    else if (alwaysVotes) always += shareOfHolder(holder);
  }
  return { together: own, always, left: Math.max(0, 1 - own - always) };
}

function meanOf(trials: number, value: (trial: number) => number): Estimate {
  return sampleMeanEstimate(Float64Array.from({ length: trials }, (_, trial) => value(trial)));
}

function shareOf({ holders }: OwnershipSpec, holder: number): number {
  return (holders[holder] as OwnershipSpec['holders'][number]).share;
}

function idOf({ holders }: OwnershipSpec, holder: number): string {
  return (holders[holder] as OwnershipSpec['holders'][number]).id;
}

function definitionsOf({ holders }: OwnershipSpec): string[] {
  const always = holders.filter(({ alwaysVotes }) => alwaysVotes);
  const share = always.reduce((sum, holder) => sum + holder.share, 0);
  return [
    'Share of votes cast: the votes of the holder, who casts all of them, divided by all votes cast. Every share has one vote.',
    'Turnout of all votes: votes cast divided by all votes.',
    `Turnout of the rest: of the votes of those who do not always vote, the part that is cast. ${
      always.length === 0
        ? 'No holder is taken to vote always.'
        : `${always.map(({ name }) => name).join(', ')} always ${always.length === 1 ? 'votes' : 'vote'} (${percentText(share, 4)} of all votes).`
    }`,
    'A threshold up to 1/2 must be exceeded, a higher one reached.',
  ];
}
