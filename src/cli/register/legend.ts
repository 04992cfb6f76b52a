import type { Register } from '../../risk/index.js';
import type { Config } from '../config/config.js';

/** What is printed on a register's results: its own legend, else that of the configuration, else nothing. */
export function legendOf(register: Register | null, config: Config | null): string | null {
  return register?.content.legend ?? config?.legend ?? null;
}
