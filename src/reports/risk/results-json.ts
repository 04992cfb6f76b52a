import type { RiskRun } from '../../risk/results/risk-run.js';
import { formatDay } from '../../value/index.js';
import { VERSION } from '../../version.js';

/** Lists and objects down to here are spread over lines: one measure, risk or row stands in a few. */
const SPREAD = 2;

/**
 * What `tickmark risk run --format json` writes: the contract of `riskResultsSchema`. Days as ISO text, what is infinite
 * null. No clock and no thread count: the same run gives the same bytes.
 */
export function riskJson(run: RiskRun): string {
  const { legend, register, ...results } = run;
  return `${layOut(
    plain({
      tickmark: VERSION,
      schema: 1,
      kind: 'risk-results',
      legend,
      register: { ...register, asOf: formatDay(register.asOf) },
      ...results,
      risks: results.risks.map((risk) => ({
        ...risk,
        review: risk.review === null ? null : formatDay(risk.review),
      })),
      inputs: results.inputs.map((input) => ({
        ...input,
        source:
          input.source.kind === 'figure'
            ? input.source
            : { ...input.source, date: input.source.date === null ? null : formatDay(input.source.date) },
      })),
    }),
    0,
  )}\n`;
}

/** JSON has no infinite numbers, and a minus before zero says nothing. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === 'number' && (!Number.isFinite(each) || each === 0) ? (each === 0 ? 0 : null) : each,
    ),
  );
}

function layOut(value: unknown, level: number): string {
  if (level > SPREAD || typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Array.isArray(value)
    ? value.map((each) => layOut(each, level + 1))
    : Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${layOut(each, level + 1)}`);
  if (entries.length === 0) return Array.isArray(value) ? '[]' : '{}';
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const indent = '  '.repeat(level);
  return `${open}\n${entries.map((entry) => `${indent}  ${entry}`).join(',\n')}\n${indent}${close}`;
}
