import type { Figure, Row } from '../../filing/filing.js';
import { typingSlip } from '../arithmetic/typing-slip.js';
import type { HoldingColumns } from './holdings.js';

/** "All directors and officers as a group (5 persons)" with the five lines above it. */
export interface GroupTotal {
  readonly total: Figure;
  readonly members: readonly Figure[];
  readonly sum: number;
  /** Whether the members add up to it. */
  readonly holds: boolean;
  /** How the total or one of its members may have been mistyped; null where no slip explains it. */
  readonly slip: string | null;
}

const GROUP =
  /\bas\s+a\s+group\b[^()]{0,40}\((?:consisting\s+of\s+)?(\w+(?:-\w+)?)\s+(?:persons?|people|individuals?|members?|directors?|officers?)/i;

const WORDS: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, index + 2]),
);

/** The totals of groups whose number of persons is that of the lines directly above. */
export function groupTotals({ rows, lines }: HoldingColumns): GroupTotal[] {
  return lines.flatMap(({ row, held }, index): GroupTotal[] => {
    const count = personsIn(rows[row]);
    if (count === null || count > index) return [];
    const members = lines.slice(index - count, index).map((line) => line.held);
    if (members.length < 2 || lines.slice(index - count, index).some((line) => isGroup(rows[line.row])))
      return [];
    const sum = members.reduce((all, { value }) => all + Number(value), 0);
    const total = Number(held.value);
    if (!Number.isSafeInteger(sum) || !Number.isSafeInteger(total)) return [];
    const slips = [
      typingSlip(total, sum),
      ...members.map(({ value }) => typingSlip(Number(value), Number(value) + total - sum)),
    ];
    return [
      { total: held, members, sum, holds: sum === total, slip: slips.find((slip) => slip !== null) ?? null },
    ];
  });
}

function isGroup(row: Row | undefined): boolean {
  return row !== undefined && /\bas\s+a\s+group\b/i.test(row.label);
}

function personsIn(row: Row | undefined): number | null {
  const word = row === undefined ? undefined : GROUP.exec(row.label)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  return /^\d{1,3}$/.test(word) ? Number(word) : (WORDS.get(word) ?? null);
}
