/** What became of planted errors, as markdown tables. */
import type { Planted } from './planted-errors.js';
import { printTable } from './tables.js';
import { TYPING_ERRORS } from './typing-errors.js';

const SIZES: readonly (readonly [name: string, above: number, upTo: number])[] = [
  ['moves it by up to 0.1%', 0, 0.001],
  ['up to 1%', 0.001, 0.01],
  ['up to 10%', 0.01, 0.1],
  ['up to its own size', 0.1, 1],
  ['more', 1, Number.POSITIVE_INFINITY],
];
const OUTCOMES = ['caught', 'warning', 'others held', 'silent', 'no relation', 'not read'] as const;

/** All, by place, kind, size and filing; why the others were missed; which checks caught and which were silent. */
export function printCaught(planted: readonly Planted[], title: string): void {
  const rows = [
    row('**all**', planted),
    row(
      'in tables',
      planted.filter(({ inTable }) => inTable),
    ),
    row(
      'in sentences',
      planted.filter(({ inTable }) => !inTable),
    ),
    ...TYPING_ERRORS.map((kind) =>
      row(
        kind,
        planted.filter((each) => each.kind === kind),
      ),
    ),
    ...SIZES.map(([name, above, upTo]) =>
      row(
        name,
        planted.filter(({ size }) => size > above && size <= upTo),
      ),
    ),
  ];
  printTable([`errors planted, ${title}`, 'planted', 'caught', 'still ticked', 'errors misplaced'], rows);
  const filings = [...new Set(planted.map(({ filing }) => filing))];
  printTable(
    [`by filing, ${title}`, 'planted', 'caught', 'still ticked', 'errors misplaced'],
    filings.map((filing) =>
      row(
        filing,
        planted.filter((each) => each.filing === filing),
      ),
    ),
  );
  printTable(
    [`what became of them, ${title}`, 'all', 'in tables', 'in sentences'],
    OUTCOMES.map((outcome) => [
      outcome,
      ...[planted, planted.filter(({ inTable }) => inTable), planted.filter(({ inTable }) => !inTable)].map(
        (own) => share(own.filter((each) => each.outcome === outcome).length, own.length),
      ),
    ]),
  );
  const ids = [
    ...new Set(planted.flatMap(({ by, tickedBy, stillTickedBy }) => [...by, ...tickedBy, ...stillTickedBy])),
  ];
  const count = (holds: (each: Planted) => boolean) => String(planted.filter(holds).length);
  printTable(
    [
      `by check, ${title}`,
      'caught',
      'by it alone',
      'ticked as filed, now silent',
      'ticked as filed, others held',
      'still ticked by it',
    ],
    ids
      .sort()
      .map((id) => [
        id,
        count(({ by }) => by.includes(id)),
        count(({ by }) => by.includes(id) && by.length === 1),
        count(({ outcome, tickedBy }) => outcome === 'silent' && tickedBy.includes(id)),
        count(({ outcome, tickedBy }) => outcome === 'others held' && tickedBy.includes(id)),
        count(({ stillTickedBy }) => stillTickedBy.includes(id)),
      ]),
  );
}

function row(name: string, planted: readonly Planted[]): string[] {
  const caught = planted.filter(({ outcome }) => outcome === 'caught').length;
  const ticked = planted.filter(({ stillTickedBy }) => stillTickedBy.length > 0).length;
  const misplaced = planted.reduce((sum, each) => sum + each.misplaced, 0);
  return [
    name,
    String(planted.length),
    share(caught, planted.length),
    share(ticked, planted.length),
    (misplaced / Math.max(1, planted.length)).toFixed(2),
  ];
}

function share(count: number, of: number): string {
  return of === 0 ? '-' : `${((100 * count) / of).toFixed(1)}%`;
}
