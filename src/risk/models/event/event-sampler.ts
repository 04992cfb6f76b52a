import type { Distribution } from '../../distributions/distribution.js';
import { distributionOf } from '../../distributions/distribution-of.js';
import type { RandomStream } from '../../random/random-stream.js';
import type { RiskContext } from '../../simulation/risk-context.js';
import type { Block, RiskSampler, TouchedTrials } from '../../simulation/risk-sampler.js';
import { checkEvent, MOST_OCCURRENCES, tooFrequent } from './check-event.js';
import { countLawOf, meanOf, poissonLaw } from './count-law.js';
import { countLawCache } from './count-law-cache.js';
import type { EventSpec } from './event-spec.js';
import { multiplyFrequency, onlyRaises } from './raisers.js';
import { scatter, spread } from './scatter.js';
import { type SeverityFill, settlementOf } from './settlement.js';
import { thinnedCounts } from './thinned-counts.js';

/** Up to so many occurrences a trial, what they touch is listed for the engine. */
const FEW = 0.6;

/**
 * An event made ready to simulate: in each trial of a year the sum of what its occurrences cost, its own and those that
 * shared events bring about, after limits, insurance and delay.
 *
 * A Poisson frequency that nothing ties is scattered over the block, at a cost by occurrence; raised by other risks, it
 * gets the rest from draws of its own (a sum of Poisson numbers is Poisson), so that what raises it leaves the other
 * draws alone. Every other frequency is drawn trial by trial, by inversion. Where the severity is tied to another
 * variable, all occurrences of a trial cost its quantile at the tied number.
 *
 * @throws InputError where `checkEvent` does; while simulating, where others raise it beyond what a year can hold
 */
export function eventSampler(
  spec: EventSpec,
  risk: string,
  { base, raisedBy }: Pick<RiskContext, 'base' | 'raisedBy'>,
): RiskSampler {
  checkEvent(spec, risk, base);
  const { frequency, shared } = spec;
  const mean = meanOf(frequency);
  const law = distributionOf(spec.severity);
  const causes = shared.map((cause) => ({
    ...cause,
    purpose: `risk/${risk}/cause/${cause.event}`,
    severityPurpose: `risk/${risk}/cause/${cause.event}/severity`,
    law: cause.severity === null ? null : distributionOf(cause.severity),
  }));
  const settlement = settlementOf(spec);
  const totalLawOf = countLawCache(poissonLaw);
  const lawAt = countLawCache((times) => {
    if (mean * times > MOST_OCCURRENCES) throw tooFrequent(risk, mean * times);
    return countLawOf(frequency, times);
  });
  const purpose = purposesOf(risk);
  let counts = new Int32Array(0);
  let uniforms = new Float64Array(0);
  let times = new Float64Array(0);
  let yearly = new Float64Array(0);
  let listed = new Int32Array(0);
  let touched: TouchedTrials | null = null;

  return {
    risk,
    effects: settlement.effects,
    after: raisedBy.map((raiser) => raiser.risk),
    touched: () => touched,
    momentsBelow: momentsBelow(spec, [law, ...causes.flatMap((cause) => cause.law ?? [])]),
    simulate(block, columns, occurrences) {
      grow(block.trials);
      touched = null;
      settlement.begin(block, risk, columns, occurrences);
      const tiedSeverity = yearlySeverities(block);
      if (mean > 0) simulateOwn(block, tiedSeverity);
      for (const cause of causes) {
        const random = block.stream(cause.purpose);
        thinnedCounts(block.sharedEvent(cause.event), block.trials, cause.probability, random, counts);
        const severities =
          cause.law === null
            ? (tiedSeverity ?? filled(law, () => block.stream(cause.severityPurpose)))
            : filled(cause.law, () => block.stream(cause.severityPurpose));
        spread(counts, block.trials, (trials, count) => settlement.add(trials, count, severities));
      }
      settlement.end();
    },
  };

  function simulateOwn(block: Block, tiedSeverity: SeverityFill | null): void {
    const tied = block.tied(`${risk}.frequency`);
    if (raisedBy.length > 0) multiplyFrequency(raisedBy, block, times);
    if (frequency.frequency === 'poisson' && tied === null && onlyRaises(raisedBy)) {
      scatterOwn(block, tiedSeverity ?? filled(law, () => block.stream(purpose.severity)));
      if (raisedBy.length > 0) addRaised(block, tiedSeverity);
      return;
    }
    drawEach(block, tied);
    const severities = tiedSeverity ?? filled(law, () => block.stream(purpose.severity));
    spread(counts, block.trials, (trials, count) => settlement.add(trials, count, severities));
  }

  /** The number of occurrences of each trial, by inversion. */
  function drawEach(block: Block, tied: Float64Array | null): void {
    if (tied === null) block.stream(purpose.occurrences).fillUniform(uniforms, 0, block.trials);
    const drawn = tied ?? uniforms;
    const usual = lawAt(1);
    for (let trial = 0; trial < block.trials; trial++) {
      const factor = raisedBy.length === 0 ? 1 : (times[trial] as number);
      counts[trial] = (factor === 1 ? usual : lawAt(factor)).quantile(drawn[trial] as number);
    }
  }

  function scatterOwn(block: Block, severities: SeverityFill): void {
    const random = block.stream(purpose.occurrences);
    const total = totalLawOf(mean * block.trials).quantile(random.uniform());
    const isList = causes.length === 0 && raisedBy.length === 0 && total <= FEW * block.trials;
    let count = 0;
    scatter(random, total, block.trials, (trials, more) => {
      if (isList) {
        listed.set(more === trials.length ? trials : trials.subarray(0, more), count);
        count += more;
      }
      settlement.add(trials, more, severities);
    });
    if (isList) touched = { trials: listed, count };
  }

  /** What raisers add to a Poisson frequency, in the trials where they occur. */
  function addRaised(block: Block, tiedSeverity: SeverityFill | null): void {
    const random = block.stream(purpose.raised);
    for (let trial = 0; trial < block.trials; trial++) {
      const more = (times[trial] as number) - 1;
      counts[trial] = more > 0 ? lawAt(more).quantile(random.uniform()) : 0;
    }
    const severities = tiedSeverity ?? filled(law, () => block.stream(purpose.raisedSeverity));
    spread(counts, block.trials, (trials, count) => settlement.add(trials, count, severities));
  }

  /** Where the severity is tied: one amount for all occurrences of a trial, its quantile taken where there is any. */
  function yearlySeverities(block: Block): SeverityFill | null {
    const tied = block.tied(`${risk}.severity`);
    if (tied === null) return null;
    const known = yearly.fill(Number.NaN, 0, block.trials);
    const quantile = law.tabulatedQuantile ?? law.quantile;
    return (trials, count, out) => {
      for (let index = 0; index < count; index++) {
        const trial = trials[index] as number;
        if (Number.isNaN(known[trial])) known[trial] = quantile(tied[trial] as number);
        out[index] = known[trial] as number;
      }
    };
  }

  function grow(trials: number): void {
    if (counts.length >= trials) return;
    counts = new Int32Array(trials);
    uniforms = new Float64Array(trials);
    times = new Float64Array(trials);
    yearly = new Float64Array(trials);
    listed = new Int32Array(trials);
  }
}

function purposesOf(risk: string) {
  const own = `risk/${risk}`;
  return {
    severity: `${own}/severity`,
    occurrences: `${own}/occurrences`,
    raised: `${own}/raised`,
    raisedSeverity: `${own}/raised/severity`,
  };
}

/** Independent severities, from a stream that is made when the first is asked for. */
function filled(law: Distribution, stream: () => RandomStream): SeverityFill {
  let random: RandomStream | null = null;
  return (_trials, count, out) => {
    random ??= stream();
    law.fill(random, out, 0, count);
  };
}

/** A limit bounds each occurrence, and numbers of occurrences have all moments. */
function momentsBelow({ limit }: EventSpec, severities: readonly Distribution[]): number {
  return limit === null ? Math.min(...severities.map((law) => law.momentsBelow)) : Infinity;
}
