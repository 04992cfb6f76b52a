import { logGamma } from '../../distributions/special-functions/gamma-function.js';
import { incompleteBeta } from '../../distributions/special-functions/incomplete-beta.js';
import { percentText } from '../../percent-text.js';
import { normalised } from './power-index.js';

/** Power indices of named holders beside a dispersed rest. They depend on the guess about the rest: `statement` says it. */
export interface HolderPower {
  readonly index: 'banzhaf' | 'shapley-shubik';
  /** `sets`: all sets of named holders, the rest by binomial numbers; `ocean`: the limit of ever smaller holders. */
  readonly method: 'sets' | 'ocean';
  /**
   * In the order of the holders. Shapley-Shubik sums to 1 with the rest; Banzhaf is the probability of deciding when the
   * others vote either way with probability 1/2.
   */
  readonly holders: readonly number[];
  /** Shapley-Shubik: of the rest together. Banzhaf: of one holder of the rest; null in the limit. */
  readonly rest: number | null;
  /** Banzhaf only: shares of all decisions, the rest together last; null in the limit, where it has none. */
  readonly normalised: readonly number[] | null;
  readonly statement: string;
}

/** From so many holders of the rest on, they are taken as an ocean. */
const OCEAN_FROM = 10_000;
/** Shares that differ by less are equal: whole multiples of a part of the rest must hit a quota exactly. */
const TIE = 1e-11;

/**
 * Power of holders with real weights: all sets of the other named holders, and for each the number of equal holders of
 * the rest that would have to join (whose number is binomial). From {@link OCEAN_FROM} holders of the rest on, the limit of
 * an oceanic game (J. W. Milnor, L. S. Shapley, Mathematics of Operations Research 3, 1978).
 *
 * @param shares of all votes; at most 18 named holders. @param quota of all votes: up to 1/2 it must be exceeded, above
 * 1/2 reached. @param rest number of equal holders of what is left; 0: what is left does not vote, and the quota is of the
 * named holders' votes
 */
export function holderPower(
  index: 'banzhaf' | 'shapley-shubik',
  shares: readonly number[],
  quota: number,
  rest: number,
): HolderPower {
  const held = shares.reduce((sum, share) => sum + share, 0);
  const left = rest === 0 ? 0 : Math.max(0, 1 - held);
  const game: Game = {
    shares,
    quota: rest === 0 ? quota * held : quota,
    strict: quota <= 0.5,
    rest: left < TIE ? 0 : rest,
    left,
  };
  const ocean = game.rest >= OCEAN_FROM;
  const statement = statementOf(game, ocean, quota);
  const described = { index, method: ocean ? 'ocean' : 'sets', statement } as const;
  if (index === 'shapley-shubik') {
    const power = shares.map((_, holder) => (ocean ? oceanShapley(game, holder) : shapley(game, holder)));
    const together = power.reduce((sum, one) => sum + one, 0);
    return { ...described, holders: power, rest: Math.max(0, 1 - together), normalised: null };
  }
  if (ocean) {
    const power = shares.map((_, holder) => oceanBanzhaf(game, holder));
    return { ...described, holders: power, rest: null, normalised: null };
  }
  const power = shares.map((_, holder) => banzhaf(game, holder));
  const one = game.rest === 0 ? 0 : banzhaf(game, null);
  return { ...described, holders: power, rest: one, normalised: normalised([...power, one * game.rest]) };
}

interface Game {
  readonly shares: readonly number[];
  /** In shares of all votes. */
  readonly quota: number;
  readonly strict: boolean;
  readonly rest: number;
  /** Votes of the rest together. */
  readonly left: number;
}

/** The others of a player: named holders, and how many of the rest. `null` is a player of the rest. */
function othersOf(game: Game, player: number | null): { named: number[]; rest: number; own: number } {
  if (player === null) return { named: [...game.shares], rest: game.rest - 1, own: game.left / game.rest };
  return {
    named: game.shares.toSpliced(player, 1),
    rest: game.rest,
    own: game.shares[player] as number,
  };
}

/** Calls back with the size and the votes of every set of some holders. */
function eachSet(shares: readonly number[], visit: (size: number, votes: number) => void): void {
  const votes = new Float64Array(2 ** shares.length);
  const size = new Uint8Array(votes.length);
  visit(0, 0);
  for (let set = 1; set < votes.length; set++) {
    const rest = set & (set - 1);
    const last = 31 - Math.clz32(set ^ rest);
    votes[set] = (votes[rest] as number) + (shares[last] as number);
    size[set] = (size[rest] as number) + 1;
    visit(size[set] as number, votes[set] as number);
  }
}

/** Fewest holders of the rest that win together with so many votes; more than there are where none do. */
function restNeeded({ quota, strict, rest, left }: Game, votes: number, others: number): number {
  const missing = quota - votes;
  if (strict ? missing < -TIE : missing <= TIE) return 0;
  if (others === 0 || left === 0) return others + 1;
  const each = left / rest;
  const whole = strict ? Math.floor((missing + TIE) / each) + 1 : Math.ceil((missing - TIE) / each);
  return Math.min(others + 1, Math.max(0, whole));
}

function banzhaf(game: Game, player: number | null): number {
  const { named, rest, own } = othersOf(game, player);
  // below[k]: probability that fewer than k of the rest vote for it.
  const below = new Float64Array(rest + 2);
  for (let k = 0; k <= rest; k++)
    below[k + 1] = (below[k] as number) + Math.exp(logChoose(rest, k) - rest * Math.LN2);
  let power = 0;
  eachSet(named, (_, votes) => {
    const alone = restNeeded(game, votes, rest);
    const joined = restNeeded(game, votes + own, rest);
    power += (below[alone] as number) - (below[joined] as number);
  });
  return Math.min(1, power / 2 ** named.length);
}

function shapley(game: Game, player: number): number {
  const { named, rest, own } = othersOf(game, player);
  const players = named.length + rest + 1;
  // below[s][k]: probability that s named and fewer than k of the rest, and no others, come before the player.
  const below = Array.from({ length: named.length + 1 }, (_, size) => {
    const sums = new Float64Array(rest + 2);
    for (let k = 0; k <= rest; k++) {
      const orders = logChoose(rest, k) - logChoose(players - 1, size + k);
      sums[k + 1] = (sums[k] as number) + Math.exp(orders) / players;
    }
    return sums;
  });
  let power = 0;
  eachSet(named, (size, votes) => {
    const sums = below[size] as Float64Array;
    const alone = restNeeded(game, votes, rest);
    const joined = restNeeded(game, votes + own, rest);
    power += (sums[alone] as number) - (sums[joined] as number);
  });
  return power;
}

/** The player joins at a uniform time t, when a part t of the ocean and each other named holder with probability t have. */
function oceanShapley(game: Game, player: number): number {
  const { named, own } = othersOf(game, player);
  let power = 0;
  eachSet(named, (size, votes) => {
    const from = clamped((game.quota - votes - own) / game.left);
    const to = clamped((game.quota - votes) / game.left);
    if (to <= from) return;
    const [a, b] = [size + 1, named.length - size + 1];
    const orders = Math.exp(logGamma(a) + logGamma(b) - logGamma(a + b));
    power += orders * (incompleteBeta(a, b, to) - incompleteBeta(a, b, from));
  });
  return power;
}

/** Half of the ocean votes for it, by the law of large numbers. */
function oceanBanzhaf(game: Game, player: number): number {
  const { named, own } = othersOf(game, player);
  let power = 0;
  eachSet(named, (_, votes) => {
    const missing = game.quota - votes - game.left / 2;
    if (missing > TIE && missing < own - TIE) power++;
    // On the edge either half of the ocean's noise decides.
    else if (Math.abs(missing) <= TIE || Math.abs(missing - own) <= TIE) power += own > TIE ? 0.5 : 0;
  });
  return power / 2 ** named.length;
}

function clamped(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

function statementOf({ rest, left }: Game, ocean: boolean, quota: number): string {
  const percent = (share: number) => percentText(share, 4);
  const won = quota <= 0.5 ? `more than ${percent(quota)}` : `at least ${percent(quota)}`;
  if (rest === 0) return `Won with ${won} of the votes of the named holders; no other votes.`;
  const guess = ocean
    ? 'very many holders of next to nothing each'
    : `${rest} ${rest === 1 ? 'holder' : 'equal holders'} of ${percentText(left / rest, 3)} each`;
  return `Won with ${won} of all votes. The rest, ${percent(left)} of the votes, is taken as ${guess}, each of whom votes for itself: power indices depend on this guess.`;
}
