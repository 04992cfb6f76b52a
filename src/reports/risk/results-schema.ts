import { z } from 'zod';
import { dependency, funding, holding, item11, ownership } from './schema/analysis-schema.js';
import { count, day, known, number, text } from './schema/estimate-schema.js';
import {
  comparison,
  heatMap,
  input,
  inputTornado,
  measureResult,
  riskResult,
  tornado,
} from './schema/parts-schema.js';

const results = z
  .strictObject({
    tickmark: text.describe('Version.'),
    schema: z.literal(1),
    kind: z.literal('risk-results'),
    legend: text.nullable().describe('To be printed with whatever is taken from here.'),
    register: z.strictObject({
      path: text,
      sha256: z.string(),
      issuer: text,
      currency: text,
      asOf: day,
    }),
    show: z
      .strictObject({ currency: text, size: number, text })
      .describe('How reports print money; all amounts here are in units.'),
    simulation: z.strictObject({
      seed: text,
      trials: count,
      blockTrials: count,
      detailTrials: count,
      quantileError: number,
      untilError: known,
      dependence: text.nullable(),
    }),
    scenario: z.strictObject({ id: text, name: text, shocks: z.array(text) }).nullable(),
    measures: z.array(measureResult),
    risks: z.array(riskResult),
    sharedEvents: z.array(
      z.strictObject({
        id: text,
        name: text,
        perYear: number,
        occurs: z.boolean().nullable(),
        risks: z.array(text),
      }),
    ),
    heatMap,
    tornadoes: z.array(tornado),
    inputTornado: inputTornado.nullable(),
    dependencies: z.array(dependency),
    ownership: z.array(ownership),
    holdings: z.array(holding),
    funding: z.array(funding),
    item11: item11.nullable(),
    inputs: z.array(input),
    comparisons: z.array(comparison),
    notes: z.array(text),
  })
  .describe('What `tickmark risk run --format json` writes: a year, amounts in units of the currency named.');

/** The contract of `tickmark risk run --format json`, as JSON Schema 2020-12. */
export function riskResultsSchema(): Record<string, unknown> {
  return z.toJSONSchema(results, { target: 'draft-2020-12' });
}
