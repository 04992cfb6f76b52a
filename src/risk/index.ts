/**
 * The risk engine for programs. A register, as the command runs it: `requireRegister` (its text), `resolverOf` (its
 * numbers), `measureRegister` (a whole run, which `riskReport` of `tickmark/reports` prints). Numbers without a file:
 * `simulate` of a `ResolvedRegister`, `spreadOf` its results, `exactTotal` and `exactLossOf` what theory gives. Single
 * methods: laws (`distributionOf`, `fitQuantiles`), value at risk of a market series (`valueAtRisk`), backtests, graphs,
 * votes.
 */
export { type BacktestResult, backtest } from './backtests/backtest.js';
export { type BinomialTest, binomialTest } from './backtests/binomial-test.js';
export {
  conditionalCoverageTest,
  type IndependenceTest,
  independenceTest,
} from './backtests/christoffersen.js';
export { kupiecRegion, kupiecTest } from './backtests/kupiec.js';
export type { LikelihoodRatioTest } from './backtests/likelihood-ratio.js';
export { type TrafficLight, trafficLight } from './backtests/traffic-light.js';
export { type CorrelationReport, correlationMatrix } from './dependence/correlation-matrix.js';
export type { Distribution } from './distributions/distribution.js';
export { distributionOf } from './distributions/distribution-of.js';
export type { DistributionSpec } from './distributions/distribution-spec.js';
export {
  fitQuantiles,
  type GivenParameters,
  type QuantileMisfit,
  quantileMisfit,
  type StatedQuantile,
} from './distributions/fit-quantiles.js';
export { expectedShortfallOf, valueAtRiskOf } from './distributions/value-at-risk.js';
export { type Exact, type ExactContext, exactLossOf } from './exact/exact-loss.js';
export { exactContext, exactTotal } from './exact/exact-total.js';
export type { LossLaw } from './exact/loss-law.js';
export { type Item11Options, item11 } from './item-11/item-11.js';
export type { Item11 } from './item-11/item-11-data.js';
export { type PriorItem11, priorItem11 } from './item-11/prior-item-11.js';
export { analyseDependencies, type DependencyAnalysis } from './models/dependency/dependency-analysis.js';
export type { DependencySpec } from './models/dependency/dependency-spec.js';
export type { DriverSpec } from './models/driver/driver-spec.js';
export type { EventSpec } from './models/event/event-spec.js';
export { type FundingSchedule, fundingSchedule } from './models/holding/funding-schedule.js';
export type { HoldingSpec } from './models/holding/holding-spec.js';
export { exchangeRateHistory, type LoadedFactor } from './models/market/exchange-rate-history.js';
export { cashFlowsOf, rateFairValue } from './models/market/fair-value.js';
export type { MarketFactor, MarketMethod } from './models/market/market-factor.js';
export type { MarketSpec, Position } from './models/market/market-spec.js';
export type { OtherMarkets } from './models/market/other-markets.js';
export { portfolioValueAtRisk } from './models/market/portfolio-value-at-risk.js';
export { priceHistory } from './models/market/price-history.js';
export { STANDARD_METHOD } from './models/market/standard-method.js';
export { type ValueAtRisk, valueAtRisk } from './models/market/value-at-risk.js';
export { ewmaDaysOfWeight, ewmaHalfLife, ewmaVolatility } from './models/market/volatility.js';
export { type HolderPower, holderPower } from './models/ownership/holder-power.js';
export { analyseOwnership, type OwnershipAnalysis } from './models/ownership/ownership-analysis.js';
export type { OwnershipSpec } from './models/ownership/ownership-spec.js';
export { type PowerIndex, powerIndex } from './models/ownership/power-index.js';
export type { RandomStream } from './random/random-stream.js';
export { randomStream } from './random/xoshiro-stream.js';
export * from './register/index.js';
export { otherMarkets } from './register/resolve/other-markets.js';
export type { ResolvedRegister, ResolvedRisk, RiskSpec } from './resolved-register.js';
export {
  PERCENT,
  PLAIN,
  type PrintedEstimate,
  type PrintUnit,
  printEstimate,
  printedEstimate,
  printNumber,
} from './results/print-estimate.js';
export type { Estimate, MeasureResult, RiskResult, Spread } from './results/results.js';
export type { RiskRun } from './results/risk-run.js';
export { spreadOf } from './results/spread.js';
export { alternativesOf, NO_ALTERNATIVES } from './run/alternatives.js';
export { measureRegister } from './run/measure-register.js';
export { requireExplained } from './run/require-explained.js';
export { resolverOf } from './run/resolver-of.js';
export type { RunProgress, RunRequest } from './run/run-request.js';
export { type SimulateOptions, simulate } from './simulation/simulate.js';
export type { Simulation } from './simulation/simulate-plan.js';
export type { Tally } from './simulation/totals.js';
export type { Base, Line } from './waterfall/base.js';
export { MEASURES, type Measure } from './waterfall/measure.js';
export { type Waterfall, waterfallOf } from './waterfall/waterfall.js';
