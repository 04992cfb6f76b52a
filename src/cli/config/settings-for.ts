import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { CheckSetting, CheckSettings } from '../../checks/settings.js';
import type { Config } from './config.js';

/** What the configuration sets for a file: that of all files, then of each override that the file matches, in order. */
export function settingsFinder(
  { folder, checks, overrides }: Omit<Config, 'legend'>,
  cwd: string,
): (path: string) => CheckSettings {
  const matchers = overrides.map((override) => ({
    matches: matcher(override.files.map(withoutDot)),
    checks: override.checks,
  }));
  return (path) => {
    const name = relative(folder, resolve(cwd, path)).split(sep).join('/');
    let settings = checks;
    for (const override of matchers) {
      if (override.matches(name)) settings = merged(settings, override.checks);
    }
    return settings;
  };
}

/** Whether a path matches one of the patterns and none that begins with "!"; those alone leave out of all files. */
function matcher(patterns: readonly string[]): (name: string) => boolean {
  const left = patterns.filter((pattern) => pattern.startsWith('!'));
  const taken = patterns.filter((pattern) => !pattern.startsWith('!'));
  const isTaken = picomatch(taken.length === 0 ? ['**'] : taken, { dot: true });
  const isLeft = picomatch(
    left.map((pattern) => withoutDot(pattern.slice(1))),
    { dot: true },
  );
  return (name) => isTaken(name) && !isLeft(name);
}

/** A later setting replaces severity and single options, and leaves the others. */
function merged(earlier: CheckSettings, later: CheckSettings): CheckSettings {
  const result: Record<string, CheckSetting> = { ...earlier };
  for (const [id, setting] of Object.entries(later)) {
    const before = result[id] ?? {};
    const options = { ...before.options, ...setting.options };
    result[id] = { ...before, ...setting, ...(Object.keys(options).length > 0 ? { options } : {}) };
  }
  return result;
}

function withoutDot(pattern: string): string {
  return pattern.replace(/^\.\//, '');
}
