import { availableParallelism } from 'node:os';

/** How many threads the machine runs at once. In a module of its own, since most runs need not know. */
export function processors(): number {
  return availableParallelism();
}
