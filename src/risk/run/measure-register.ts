import { type Day, formatDay, parseDay } from '../../value/index.js';
import { correlationMatrix } from '../dependence/correlation-matrix.js';
import { item11 } from '../item-11/item-11.js';
import { analyseDependencies } from '../models/dependency/dependency-analysis.js';
import { fundingSchedule } from '../models/holding/funding-schedule.js';
import { monthsBefore } from '../models/market/other-markets.js';
import { analyseOwnership } from '../models/ownership/ownership-analysis.js';
import { showUnitOf } from '../register/show-unit.js';
import type { ResolvedRegister } from '../resolved-register.js';
import { heatMap } from '../results/heat-map.js';
import type { RiskRun, SimulationStatement } from '../results/risk-run.js';
import { riskTornado } from '../results/tornado.js';
import { BLOCK_TRIALS } from '../simulation/plan.js';
import { SKETCH_ERROR } from '../simulation/quantile-sketch.js';
import type { Simulation } from '../simulation/simulate-plan.js';
import { waterfallOf } from '../waterfall/waterfall.js';
import { type Alternative, alternativeNamed, alternativesOf } from './alternatives.js';
import { comparedRun, comparisonsOf } from './comparisons.js';
import { exactEffects, exactMeasure } from './exact-values.js';
import { holdingResults } from './holding-results.js';
import { inputMoves } from './input-moves.js';
import { inputRows } from './input-rows.js';
import { measureResults } from './measure-results.js';
import { notesOf } from './notes.js';
import { riskReports } from './risk-reports.js';
import type { RunRequest } from './run-request.js';
import { sharedEventRows } from './shared-event-rows.js';
import { simulated } from './simulated.js';

/**
 * Measures a register: simulates it, and puts together all that a report on it says. The same for a register, its files
 * and a seed, on any machine and any number of threads.
 *
 * @throws InputError where the register cannot be simulated, or a scenario is named that it does not have
 */
export async function measureRegister(request: RunRequest): Promise<RiskRun> {
  const { content } = request.register;
  const alternatives = alternativesOf(content);
  const under = request.under === null ? null : alternativeNamed(request.under, alternatives);
  const compared = comparedWith(request, alternatives);
  const resolved = request.resolve(under?.shocks ?? []);
  const simulation = await simulated(resolved, request, 'the register');

  const waterfall = waterfallOf(resolved.base);
  const { detail } = simulation;
  const results = measureResults({
    simulation,
    waterfall,
    base: resolved.base,
    level: request.level,
  });
  const measures = results.map((result) => ({
    ...result,
    change: { ...result.change, exact: exactMeasure(resolved, result.measure) },
  }));
  const units = new Map(measures.map(({ measure, unit }) => [measure, unit]));
  const show = showUnitOf(content);
  const meanEffects = new Map(
    simulation.risks.map(({ risk, effect }) => [risk, effect?.moments.mean ?? 0] as const),
  );
  const exact = exactEffects(resolved, (risk) => meanEffects.get(risk) ?? 0);
  const risks = riskReports({ content, resolved, simulation, exact, show, level: request.level });
  const correlations =
    resolved.correlations.length === 0
      ? null
      : correlationMatrix(resolved.correlations, resolved.copula).report;
  const moved = request.moveInputs
    ? await inputMoves(request.register, units, request)
    : { tornado: null, notes: [] };
  return {
    legend: request.legend,
    register: {
      path: request.register.path,
      sha256: request.sha256,
      issuer: content.issuer,
      currency: content.currency,
      asOf: parseDay(content['as-of']),
    },
    show,
    simulation: statementOf(simulation, resolved, request),
    scenario: under === null ? null : { id: under.id, name: under.name, shocks: under.words },
    measures,
    risks,
    sharedEvents: sharedEventRows(resolved, risks),
    heatMap: heatMap(detail, waterfall, resolved.base),
    tornadoes: measures.map(({ measure }) => riskTornado(detail, waterfall, resolved.base, measure)),
    dependencies: dependenciesOf(resolved, simulation),
    holdings: holdingResults(resolved),
    funding: resolved.risks.flatMap(({ id, model }) =>
      model.kind === 'holding' && model.commitments.length > 0
        ? [{ risk: id, ...fundingSchedule(model, calendarQuarters(parseDay(content['as-of']))) }]
        : [],
    ),
    ownership: resolved.risks.flatMap(({ id, model }) =>
      model.kind === 'ownership'
        ? [{ risk: id, ...analyseOwnership(model, simulation.seed, detail.trials) }]
        : [],
    ),
    item11: hasMarketRisk(resolved)
      ? item11(resolved, {
          asOf: formatDay(parseDay(content['as-of'])),
          prior: request.prior,
          markets: request.markets,
          seed: simulation.seed,
        })
      : null,
    inputs: inputRows(content),
    comparisons: await comparisonsOf(
      compared,
      comparedRun(simulation, resolved.base, request.level),
      request,
    ),
    inputTornado: moved.tornado,
    notes: [...notesOf(content, resolved, simulation, correlations), ...moved.notes],
  };
}

/** Ends of quarters after a day, in years of 365 days, as the register counts them. */
function calendarQuarters(asOf: Day): (quarter: number) => number {
  return (quarter) => (parseDay(monthsBefore(formatDay(asOf), -3 * quarter)) - asOf) / 365;
}

function comparedWith({ compare }: RunRequest, alternatives: readonly Alternative[]): readonly Alternative[] {
  return compare === 'all' ? alternatives : compare.map((id) => alternativeNamed(id, alternatives));
}

function statementOf(
  { seed, trials, detail }: Simulation,
  { correlations, copula }: ResolvedRegister,
  { quantiles, untilError }: RunRequest,
): SimulationStatement {
  const named =
    copula.copula === 't' ? `t copula with ${copula.freedom} degrees of freedom` : 'Gaussian copula';
  return {
    seed: String(seed),
    trials,
    blockTrials: BLOCK_TRIALS,
    detailTrials: detail.trials,
    quantileError: quantiles === 'exact' ? 0 : SKETCH_ERROR,
    untilError,
    dependence: correlations.length === 0 ? null : named,
  };
}

function dependenciesOf(resolved: ResolvedRegister, { seed, detail }: Simulation): RiskRun['dependencies'] {
  return resolved.risks.flatMap(({ id, model }) =>
    model.kind === 'dependency'
      ? [
          {
            risk: id,
            ...analyseDependencies(model, resolved.sharedEvents, { risk: id, seed, trials: detail.trials }),
          },
        ]
      : [],
  );
}

/** Item 11 asks for market risk: of positions, and of securities that are carried at their price. */
function hasMarketRisk({ risks }: ResolvedRegister): boolean {
  return risks.some(({ model }) => model.kind === 'market' || model.kind === 'holding');
}
