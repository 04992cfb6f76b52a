import type { DependencySpec, Need } from './dependency-spec.js';

/**
 * The first cycle of needs as ids in order, its first id again at the end ("a", "b", "a"); null where there is none.
 * Needs must name nodes that exist. Depth-first with a stack of its own: a chain of any length is no danger.
 */
export function needCycle(spec: DependencySpec): string[] | null {
  const needs = new Map(spec.nodes.map((node) => [node.id, namesIn(node.needs)]));
  const finished = new Set<string>();
  for (const { id } of spec.nodes) {
    if (finished.has(id)) continue;
    const path = [id];
    const onPath = new Set(path);
    const nextOf = [0];
    while (path.length > 0) {
      const top = path.length - 1;
      const node = path[top] as string;
      const index = nextOf[top] as number;
      const need = (needs.get(node) as string[])[index];
      if (need === undefined) {
        finished.add(node);
        onPath.delete(node);
        path.pop();
        nextOf.pop();
        continue;
      }
      nextOf[top] = index + 1;
      if (onPath.has(need)) return [...path.slice(path.indexOf(need)), need];
      if (finished.has(need)) continue;
      path.push(need);
      onPath.add(need);
      nextOf.push(0);
    }
  }
  return null;
}

/** All nodes that a need names, at any depth. */
export function namesIn(need: Need | null): string[] {
  const names: string[] = [];
  const open: Need[] = need === null ? [] : [need];
  while (open.length > 0) {
    for (const item of (open.pop() as Need).of) {
      if (typeof item === 'string') names.push(item);
      else open.push(item);
    }
  }
  return names;
}
