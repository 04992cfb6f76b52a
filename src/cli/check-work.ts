import type { Calculation, CheckResult } from '../checks/index.js';
import type { CheckSettings } from '../checks/settings.js';
import type { Filing } from '../filing/filing.js';
import type { HeldRates } from '../rates/index.js';
import { type CheckPart, partMaker } from './check-part.js';
import type { Config } from './config/config.js';
import { heldRatesOf } from './held-rates.js';
import type { CheckTask } from './threads/file-task.js';

/** Checks a filing and makes the part of the report that is about it. */
export async function checkWork({
  only,
  config,
  calculations,
  part,
  io,
}: CheckTask): Promise<(filing: Filing) => CheckPart> {
  const checkFiling = await filingChecker(await heldRatesOf(io), only, config, io.cwd, calculations);
  const partOf = await partMaker(part, io);
  return (filing) => partOf(checkFiling(filing));
}

/** The checks of those ids, all for null, over the rates that are held, as the configuration sets them. */
export async function filingChecker(
  { noon, others }: HeldRates,
  only: readonly string[] | null,
  config: Config | null,
  cwd: string,
  calculations: readonly Calculation[] | null = null,
): Promise<(filing: Filing) => CheckResult> {
  const { check } = await import('../checks/index.js');
  const context = {
    rates: noon,
    otherRates: others,
    ...(calculations === null ? {} : { calculations }),
  };
  const settingsOf = config === null ? null : await settingsFinderOf(config, cwd);
  return (filing) =>
    check(filing, context, {
      ...(only === null ? {} : { only }),
      ...(settingsOf === null ? {} : { settings: settingsOf(filing.source.path) }),
    });
}

async function settingsFinderOf(config: Config, cwd: string): Promise<(path: string) => CheckSettings> {
  const { settingsFinder } = await import('./config/settings-for.js');
  return settingsFinder(config, cwd);
}
