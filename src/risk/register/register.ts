import type { RegisterPath } from './reading/register-path.js';
import { readYaml } from './reading/yaml-text.js';
import type { RegisterContent } from './schema/register-schema.js';

/** A register as read: plain data. `content` has the keys of the file, its quantities as they are written. */
export interface Register {
  /** As the user named the file. */
  readonly path: string;
  readonly text: string;
  readonly content: RegisterContent;
}

/** Line and column, from 1, of a path in the file; of the nearest that there is above it where it is not there. */
export function placeOf(
  register: Register,
  path: RegisterPath,
  at: 'key' | 'value' = 'value',
): { line: number; column: number } {
  let yaml = PARSED.get(register);
  if (yaml === undefined) {
    yaml = readYaml(register.text);
    PARSED.set(register, yaml);
  }
  return 'placeOf' in yaml ? yaml.placeOf(path, at) : { line: 1, column: 1 };
}

/** Places are looked up only where something is wrong: the text is parsed again then, and once. */
const PARSED = new WeakMap<Register, ReturnType<typeof readYaml>>();
