import { z } from 'zod';
import { OPEN } from '../quantity/measured.js';

/** The longest text of a register: a heading sentence, an assumption. */
const LONGEST_TEXT = 4_000;

export const text = z.string().min(1).max(LONGEST_TEXT);

/** Lower-case words joined by hyphens; what paths, correlations and streams of random numbers are made from. */
const ID_PATTERN = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
export const id = z
  .string()
  .regex(ID_PATTERN, { error: 'expected lower-case words joined by hyphens, such as "largest-carrier"' })
  .max(80);

export function byId<Value extends z.ZodType>(value: Value, description: string) {
  return z.record(id, value).describe(description);
}

/** A day, or "open" where it is still to be filled in. Whether there is such a day is checked later, with its message. */
export const day = z
  .string()
  .regex(/^(?:\d{4}-\d{2}-\d{2}|open)$/, { error: 'expected a day such as 2026-03-31' })
  .meta({ id: 'day', description: 'A day, 2026-03-31' });

export const isOpen = (value: string): boolean => value === OPEN;

/** Where numbers come from: a figure of the report, or somebody's assumption. */
export const source = z
  .union(
    [
      z.strictObject({
        figure: text.describe('The figure as the report prints it: ¥6.4 billion'),
        line: z.int().min(1).optional().describe('Its line in the report; "risk check --fix" fills it in'),
        key: text
          .optional()
          .describe('Its key, which survives edits of the report; "risk check --fix" fills it in'),
      }),
      z.strictObject({
        assumption: text.describe('What the number rests on'),
        author: text.describe('Who answers for it'),
        date: day,
      }),
    ],
    { error: 'expected a figure, or an assumption with author and date' },
  )
  .meta({
    id: 'source',
    description: 'Where the numbers come from: a figure of the report, or an assumption',
  });

export const optionalSource = source.optional();

export type Source = z.output<typeof source>;
