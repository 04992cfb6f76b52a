import type { CheckResult } from '../checks/check.js';
import type { Filing } from '../filing/filing.js';
import type { HeldRates } from '../rates/index.js';
import { type CheckPart, partMaker } from './check-part.js';
import { heldRatesOf } from './held-rates.js';
import type { CheckTask } from './threads/file-task.js';

/** Checks a filing and makes the part of the report that is about it. */
export async function checkWork({ only, part, io }: CheckTask): Promise<(filing: Filing) => CheckPart> {
  const checkFiling = await filingChecker(await heldRatesOf(io), only);
  const partOf = await partMaker(part, io);
  return (filing) => partOf(checkFiling(filing));
}

/** The checks of those ids, all for null, over the rates that are held. */
export async function filingChecker(
  { noon, others }: HeldRates,
  only: readonly string[] | null,
): Promise<(filing: Filing) => CheckResult> {
  const { check } = await import('../checks/index.js');
  return (filing) => check(filing, { rates: noon, otherRates: others }, only === null ? {} : { only });
}
