import { z } from 'zod';
import { count, estimate, known, number, probability, text } from './estimate-schema.js';

const part = z.looseObject({ kind: z.enum(['node', 'event']), id: text, name: text });
const outage = z.looseObject({ outageYears: number, outages: number, error: number });

/** What is said of a dependency graph. Later versions may say more, so that readers must let fields be that they do not know. */
export const dependency = z.looseObject({
  risk: text,
  graph: z.looseObject({
    vertices: z.array(z.looseObject({ kind: text, id: text, name: text, layer: count, place: count })),
    edges: z.array(z.looseObject({ from: count, to: count })),
    layers: count,
    width: count,
  }),
  services: z.array(
    z.looseObject({
      id: text,
      name: text,
      exact: outage.extend({ lostRevenue: number }).nullable(),
      why: text.optional(),
      simulated: z
        .looseObject({ trials: count, outageYears: estimate, outages: estimate, probabilityOfAny: estimate })
        .nullable(),
      cutSets: z.looseObject({ method: text, counts: z.array(count), sets: z.array(z.array(part)) }),
      singlePoints: z.array(part),
    }),
  ),
  anyService: outage.nullable(),
  warnings: z.array(text),
});

const vote = z.looseObject({
  threshold: probability,
  rule: z.enum(['exceeded', 'reached']),
  when: z.enum(['always', 'below', 'never']),
  turnoutOfAll: known,
  turnoutOfRest: known,
  probability,
  probabilityAfter: estimate,
});

export const ownership = z.looseObject({
  risk: text,
  holders: z.array(
    z.looseObject({ id: text, name: text, share: probability, shareAfter: estimate, votes: z.array(vote) }),
  ),
  pairs: z.array(
    z.looseObject({ holders: z.array(text).length(2), share: probability, votes: z.array(vote) }),
  ),
  issues: z.array(z.looseObject({ id: text, probability })),
  definitions: z.array(text),
  power: z
    .looseObject({ index: z.enum(['banzhaf', 'shapley-shubik']), holders: z.array(number), statement: text })
    .nullable(),
  trials: count,
});

const exposure = z.looseObject({ carrying: number, advances: number, commitments: number, total: number });

export const holding = z
  .looseObject({
    risk: text,
    accounting: z.enum(['equity-method', 'other-comprehensive-income', 'income', 'cost']),
    inWords: text,
    carrying: number,
    costBasis: known,
    share: known,
    advances: number,
    unrecognisedLosses: number,
    impairmentBelow: known,
    commitments: number,
    exposure,
    exact: z
      .looseObject({
        method: text,
        mean: known,
        deviation: known,
        quantiles: z.array(z.looseObject({ level: probability, value: number })),
      })
      .nullable(),
    exactWhy: text.nullable(),
  })
  .describe(
    'An affiliate or a security: its accounting, what can be lost within the year, the exact law of its effect.',
  );

export const funding = z
  .looseObject({
    risk: text,
    quarters: z.array(
      z.looseObject({
        from: number,
        to: number,
        even: number,
        earliest: number,
        evenly: number,
        latest: number,
      }),
    ),
    later: number,
    total: number,
    exposure,
  })
  .describe('Funding commitments of a holding, times in years from the date of the register.');

const group = {
  category: z.enum(['interest-rate', 'foreign-exchange', 'commodity-price', 'equity-price']),
  purpose: z.enum(['trading', 'other']),
};
const byMaturity = z.looseObject({ years: z.array(known), thereafter: known, total: known });
const valueAtRiskPart = z.looseObject({
  category: text,
  valueAtRisk: z.looseObject({
    value: number,
    expectedShortfall: number,
    standardError: number,
    level: probability,
    horizonDays: number,
    statement: text,
  }),
  during: z
    .looseObject({
      average: number,
      high: number,
      low: number,
      points: z.array(z.looseObject({ day: text, value: number })),
    })
    .nullable(),
  exceedances: z
    .looseObject({
      days: count,
      from: text,
      to: text,
      exceptions: count,
      expected: number,
      probabilityOfSo: probability,
      zone: z.enum(['green', 'yellow', 'red']),
    })
    .nullable(),
  prior: known,
});

export const item11 = z.looseObject({
  currency: text,
  asOf: text.nullable(),
  tabular: z.array(
    z.looseObject({
      ...group,
      rows: z.array(
        z.looseObject({ key: text, name: text, unit: text, amounts: byMaturity, fairValue: known }),
      ),
    }),
  ),
  sensitivity: z.array(
    z.looseObject({
      ...group,
      rows: z.array(
        z.looseObject({
          key: text,
          shock: text,
          fairValue: number,
          income: number,
          otherComprehensiveIncome: number,
        }),
      ),
    }),
  ),
  valueAtRisk: z
    .array(
      z.looseObject({
        purpose: group.purpose,
        parts: z.array(valueAtRiskPart),
        total: valueAtRiskPart.nullable(),
        statement: text,
        overTheYear: z.array(text),
      }),
    )
    .describe('For the horizon that each states; not to be added to the results of a year.'),
  ads: z.array(z.looseObject({ what: text, factor: text, shock: text, before: number, after: number })),
  adsNotes: z.array(text),
  treatments: z.array(text),
  limits: z.array(text),
  reminders: z.array(text),
});
