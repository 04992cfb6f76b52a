import { isAbsolute, join } from 'node:path';

/**
 * Where a user's rates are kept: `tickmark/rates` below `$XDG_DATA_HOME`, or below `~/.local/share` where that is not
 * set. Null where the environment names no home, and then there are only the rates of the package.
 * Source: XDG Base Directory Specification 0.8; a relative XDG_DATA_HOME is to be ignored.
 */
export function ratesDirectory(env: Readonly<Record<string, string | undefined>>): string | null {
  const { XDG_DATA_HOME: data, HOME: home, LOCALAPPDATA: local } = env;
  if (data !== undefined && isAbsolute(data)) return join(data, 'tickmark', 'rates');
  if (home !== undefined && isAbsolute(home)) return join(home, '.local', 'share', 'tickmark', 'rates');
  return local !== undefined && isAbsolute(local) ? join(local, 'tickmark', 'rates') : null;
}
