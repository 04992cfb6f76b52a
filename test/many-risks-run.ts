import type { RiskRun } from '../src/risk/results/risk-run.js';
import { smallRiskRun } from './small-risk-run.js';

const COUNT = 60;

/** The invented run with sixty risks, long headings, and some in a script of wide signs. */
export function manyRisksRun(): RiskRun {
  const run = smallRiskRun();
  const [first] = run.risks;
  if (first === undefined) throw new Error('no risk');
  const ids = Array.from({ length: COUNT }, (_, nth) => `risk-of-a-rather-long-name-${nth}`);
  const estimate = (value: number) => ({
    value,
    standardError: Math.abs(value) / 20,
    low: value - Math.abs(value) / 10,
    high: value + Math.abs(value) / 10,
  });
  const heading = (nth: number) =>
    nth % 2 === 0
      ? '主要な顧客が競合他社に移り、売上高が大幅に減少するおそれがあります。'.repeat(3)
      : 'A heading that goes on '.repeat(9);
  const partsOf = (total: number) =>
    ids.map((risk, nth) => ({ risk, estimate: estimate(total / 5 / (nth + 1)) }));
  return {
    ...run,
    measures: run.measures.map((each) =>
      each.contributions === null
        ? each
        : {
            ...each,
            contributions: { ...each.contributions, parts: partsOf(each.contributions.total.value ?? 1) },
          },
    ),
    risks: ids.map((risk, nth) => ({ ...first, risk, heading: heading(nth), raises: [] })),
    heatMap: {
      ...run.heatMap,
      cells: ids.map((risk, nth) => ({
        risk,
        probability: estimate(0.5),
        size: estimate(1e8),
        badYear: estimate(2e8),
        probabilityBand: nth % 2,
        sizeBand: nth % 3,
      })),
    },
    tornadoes: run.tornadoes.map((each) => ({
      ...each,
      // Some are bad at both ends.
      bars: ids.map((risk, nth) => ({
        risk,
        low: estimate(-1e9 / (nth + 1)),
        high: estimate((nth % 3 === 0 ? -1e8 : 1e9) / (nth + 1)),
      })),
    })),
  };
}
