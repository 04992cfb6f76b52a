import type { Day } from '../../value/index.js';
import type { Item11 } from '../item-11/item-11-data.js';
import type { DependencyAnalysis } from '../models/dependency/dependency-analysis.js';
import type { Raise } from '../models/event/event-spec.js';
import type { FundingSchedule } from '../models/holding/funding-schedule.js';
import type { HoldingSpec } from '../models/holding/holding-spec.js';
import type { OwnershipAnalysis } from '../models/ownership/ownership-analysis.js';
import type { ShowUnit } from '../register/show-unit.js';
import type { RaisedBy } from '../simulation/risk-context.js';
import type { Measure } from '../waterfall/measure.js';
import type { Estimate, ExactValues, MeasureResult, RiskResult } from './results.js';

/**
 * All that a report on a run says: plain data. Two runs of one register with one seed are the same, whatever the
 * machine, the number of threads and the time of day. Amounts are in units of the reporting currency unless said.
 */
export interface RiskRun {
  /** "Privileged and confidential": printed on top of every report. */
  readonly legend: string | null;
  readonly register: RegisterHead;
  /** How money is printed. */
  readonly show: ShowUnit;
  readonly simulation: SimulationStatement;
  /** The scenario that was applied; null: the register as it stands. */
  readonly scenario: {
    readonly id: string;
    readonly name: string;
    readonly shocks: readonly string[];
  } | null;
  /** In the order of `MEASURES`; without `ads-value` where the register has no ADS. */
  readonly measures: readonly MeasureResult[];
  /** In the order of the register. */
  readonly risks: readonly RiskReport[];
  readonly sharedEvents: readonly SharedEventRow[];
  readonly heatMap: HeatMap;
  /** Each risk at its own 5% and 95%, on each measure that has been asked for. */
  readonly tornadoes: readonly Tornado[];
  /** Each input low and high; null where not asked for. */
  readonly inputTornado: InputTornado | null;
  readonly dependencies: readonly DependencyResult[];
  readonly ownership: readonly OwnershipResult[];
  /** Affiliates and securities: accounting, what can be lost, exact laws. */
  readonly holdings: readonly HoldingResult[];
  /** Of holdings with commitments: when money may be called, and what can be lost. */
  readonly funding: readonly FundingResult[];
  readonly item11: Item11 | null;
  readonly inputs: readonly InputRow[];
  /** Scenarios and controls against this run, with the same random numbers. */
  readonly comparisons: readonly RunComparison[];
  /** What a reader must know: a correlation matrix that was repaired, a factor whose history is short. */
  readonly notes: readonly string[];
}

/** A dependency graph of the register, by the id of its risk. */
export interface DependencyResult extends DependencyAnalysis {
  readonly risk: string;
}

/** A holding, by the id of its risk. Amounts in the reporting currency. */
export interface HoldingResult
  extends Pick<
    HoldingSpec,
    'accounting' | 'carrying' | 'costBasis' | 'share' | 'advances' | 'unrecognisedLosses' | 'impairmentBelow'
  > {
  readonly risk: string;
  /** Where results and changes of value go, and where losses stop. */
  readonly inWords: string;
  /** All that is promised, whenever it may be called. */
  readonly commitments: number;
  readonly exposure: FundingSchedule['exposure'];
  /** The law of the year's effect; null where none is known, with the reason. */
  readonly exact: ExactValues | null;
  readonly exactWhy: string | null;
}

/** Funding commitments by date, by the id of the holding's risk. */
export interface FundingResult extends FundingSchedule {
  readonly risk: string;
}

/** Holders and votes, by the id of the risk. */
export interface OwnershipResult extends OwnershipAnalysis {
  readonly risk: string;
}

export interface RegisterHead {
  readonly path: string;
  readonly sha256: string;
  readonly issuer: string;
  readonly currency: string;
  readonly asOf: Day;
}

export interface SimulationStatement {
  readonly seed: string;
  readonly trials: number;
  readonly blockTrials: number;
  /** Trials whose effects were kept for contributions and tornado. */
  readonly detailTrials: number;
  /** A quantile differs from the trials' own by no more than this fraction of itself; 0: exact. */
  readonly quantileError: number;
  /** The run went on until this standard error, as a fraction of the mean; null: a number of trials was set. */
  readonly untilError: number | null;
  /** "Gaussian copula", "t copula with 6 degrees of freedom"; null where nothing is tied. */
  readonly dependence: string | null;
}

/** A risk's results with what the register says of it. */
export interface RiskReport extends RiskResult {
  readonly owner: string | null;
  readonly review: Day | null;
  readonly controls: readonly ControlRow[];
  /** The model in words: "Poisson 0.12 a year × GPD (shape 0.35, …), insured above ¥50 million". A line each. */
  readonly model: readonly string[];
  /** Names of the inputs that its model uses. */
  readonly inputs: readonly string[];
  /** Where its own numbers come from, as written: "Incident log since 2018 (R. Aoki, 2026-04-20)". */
  readonly source: string | null;
  /** Mean effect by line, each with its error. */
  readonly lines: readonly { readonly line: string; readonly name: string; readonly mean: Estimate }[];
  readonly raises: readonly Raise[];
  readonly raisedBy: readonly RaisedBy[];
  readonly sharedEvents: readonly string[];
  /** Moments of every order below this are finite; Infinity for most. */
  readonly momentsBelow: number;
}

export interface ControlRow {
  readonly id: string;
  readonly name: string;
  readonly status: 'in-place' | 'planned';
  readonly costPerYear: number | null;
}

export interface SharedEventRow {
  readonly id: string;
  readonly name: string;
  readonly perYear: number;
  /** A scenario lets it occur in every trial, or in none. */
  readonly occurs: boolean | null;
  readonly risks: readonly string[];
}

export interface InputRow {
  readonly name: string;
  /** As written: "JPY 6.4 billion". */
  readonly value: string;
  readonly source: InputSource;
  readonly usedBy: readonly string[];
}

export type InputSource =
  /** A figure of the report; `place` is `report.txt:120:8`, null where it was not looked for. */
  | { readonly kind: 'figure'; readonly text: string; readonly place: string | null }
  | {
      readonly kind: 'assumption';
      readonly text: string;
      readonly author: string | null;
      readonly date: Day | null;
    };

/** How likely each risk costs anything within the year, and how much it costs in the years in which it does. */
export interface HeatMap {
  /** Upper ends of the bands of probability, but for the last: [0.01, 0.05, 0.2, 0.5]. */
  readonly probabilityBands: readonly number[];
  /** Upper ends of the bands of size, in units of the reporting currency. */
  readonly sizeBands: readonly number[];
  /** What the bands of size are parts of: "base operating income". */
  readonly sizeOf: string;
  readonly cells: readonly HeatMapRisk[];
}

export interface HeatMapRisk {
  readonly risk: string;
  readonly probability: Estimate;
  /** Mean loss of the trials in which there is one. */
  readonly size: Estimate;
  /** The loss that one in twenty of these trials exceeds. */
  readonly badYear: Estimate;
  /** From 0, the least. */
  readonly probabilityBand: number;
  readonly sizeBand: number;
}

/** Change of a measure where one risk is at its 5% or 95% and the others at their mean, against all at their mean. */
export interface Tornado {
  readonly measure: Measure;
  readonly unit: string;
  readonly lowLevel: number;
  readonly highLevel: number;
  /** The widest first. */
  readonly bars: readonly {
    readonly risk: string;
    readonly low: Estimate;
    readonly high: Estimate;
  }[];
}

/** How the results move where an input does, with the same random numbers. */
export interface InputTornado {
  readonly measure: Measure;
  readonly unit: string;
  readonly level: number;
  /** The widest change of the mean first. */
  readonly bars: readonly InputBar[];
}

export interface InputBar {
  readonly input: string;
  /** "−10%", "+10%", or the values that were put in. */
  readonly low: InputMove;
  readonly high: InputMove;
}

export interface InputMove {
  readonly text: string;
  /** Change of the mean of the measure. */
  readonly mean: Estimate;
  /** Change of its value at risk: positive is more risk. */
  readonly valueAtRisk: Estimate;
}

/** Another run against this one, trial by trial with the same random numbers. */
export interface RunComparison {
  readonly id: string;
  readonly name: string;
  readonly kind: 'scenario' | 'control';
  readonly shocks: readonly string[];
  /** Of a control. `planned`: the other run has it; `in-place`: the other run is without it. */
  readonly status: 'planned' | 'in-place' | null;
  /** Of a control: what it costs a year; in `net` alone. */
  readonly costPerYear: number | null;
  readonly level: number;
  readonly measures: readonly MeasureDifference[];
  /** Of a control: the operating income that it saves in the mean, less its cost. */
  readonly net: Estimate | null;
}

/** The other run less this one. */
export interface MeasureDifference {
  readonly measure: Measure;
  readonly unit: string;
  readonly mean: Estimate;
  /** Positive: more risk. */
  readonly valueAtRisk: Estimate;
  readonly expectedShortfall: Estimate;
  readonly probabilityOfLoss: Estimate | null;
}
