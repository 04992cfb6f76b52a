import { z } from 'zod';
import { id } from './common.js';
import { multiple } from './quantities.js';

/** Other events that this one makes more frequent. */
export const raises = z
  .array(
    z.strictObject({
      risk: id,
      times: multiple.describe('Each occurrence multiplies the other’s frequency by this'),
      'at-most': multiple
        .optional()
        .describe('All occurrences of a year together multiply it by no more; 10 where not said'),
    }),
  )
  .max(1_000);
