import { parseDay } from '../../value/index.js';
import { inputNamed, isQuantity } from '../register/quantity/quantity-kind.js';
import { isOpen, type Source } from '../register/schema/common.js';
import type { RegisterContent } from '../register/schema/register-schema.js';
import type { InputRow, InputSource } from '../results/risk-run.js';

/** What parts of a register other than its risks are called, where they use an input. */
const PARTS = { base: 'base', market: 'market', 'shared-events': 'shared events' } as const;

/** Each named input with its source and who uses it. */
export function inputRows(content: RegisterContent): InputRow[] {
  const users = usersOf(content);
  return Object.entries(content.inputs ?? {}).map(([name, { value, source }]) => ({
    name,
    value: value.text,
    source: sourceOf(source, content.report ?? null),
    usedBy: users.filter(([, inputs]) => inputs.has(name)).map(([user]) => user),
  }));
}

/** Names of the inputs that a part of a register uses, in the order in which they stand. */
export function inputsIn(part: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: unknown[] = [part];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === null || typeof next !== 'object') continue;
    if (isQuantity(next)) {
      const name = inputNamed(next.text);
      if (name !== null) found.add(name);
      continue;
    }
    waiting.push(...Object.values(next).reverse());
  }
  return found;
}

/** "Incident log since 2018 (R. Aoki, 2026-04-20)", "¥6.4 billion of report.txt". */
export function sourceInWords(source: Source, report: string | null): string {
  if ('figure' in source) return `${source.figure} of ${report ?? 'the report'}`;
  const by = [source.author, source.date].filter((part) => !isOpen(part));
  return by.length === 0 ? source.assumption : `${source.assumption} (${by.join(', ')})`;
}

function usersOf(content: RegisterContent): (readonly [string, ReadonlySet<string>])[] {
  const parts = Object.entries(PARTS).map(
    ([key, name]) => [name, inputsIn(content[key as keyof typeof PARTS])] as const,
  );
  const risks = Object.entries(content.risks).map(([id, { model }]) => [id, inputsIn(model)] as const);
  return [...parts, ...risks];
}

/** An input without a source of its own is refused by the check of the register. */
function sourceOf(source: Source | undefined, report: string | null): InputSource {
  if (source !== undefined && 'figure' in source) {
    const { figure, line } = source;
    const place = report === null ? null : line === undefined ? report : `${report}:${line}`;
    return { kind: 'figure', text: figure, place };
  }
  return {
    kind: 'assumption',
    text: source?.assumption ?? '',
    author: source === undefined || isOpen(source.author) ? null : source.author,
    date: source === undefined || isOpen(source.date) ? null : parseDay(source.date),
  };
}
