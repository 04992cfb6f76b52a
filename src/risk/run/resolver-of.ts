import type { Register } from '../register/register.js';
import { readOnce } from '../register/resolve/read-once.js';
import { type ResolveOptions, resolveRegister } from '../register/resolve/resolve-register.js';
import type { RunRequest } from './run-request.js';

/** Resolves a register again and again with other shocks; each file that it names is read once. */
export function resolverOf(
  register: Register,
  sources: Omit<ResolveOptions, 'shocks'>,
): RunRequest['resolve'] {
  const readFile = readOnce(sources.readFile);
  return (shocks) => resolveRegister(register, { ...sources, readFile, shocks });
}
