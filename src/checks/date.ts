/*
 * A date that no calendar has, or a weekday that the date did not fall on. Either the day, the month, the year or the
 * weekday is misprinted; meeting notices and subsequent events are where it hurts.
 *
 * Authority: the Gregorian calendar.
 */
import type { Figure, Filing, Table } from '../filing/filing.js';
import {
  civilDateOf,
  type Day,
  daysInMonth,
  formatDay,
  formatDayLong,
  isCivilDate,
  MONTHS,
  parseDay,
  plusDays,
  WEEKDAYS,
  weekdayOf,
} from '../value/index.js';
import {
  type CheckExample,
  type CheckMeta,
  type CheckOutcome,
  defineCheck,
  type FindingDraft,
} from './check.js';
import { inTable, sentenceOf } from './engine/surroundings.js';

const meta: CheckMeta = {
  id: 'date',
  title: 'Dates exist, and fell on the weekday printed beside them',
  severity: 'error',
  basis: 'the Gregorian calendar',
  since: '0.1.0',
  needs: [],
};

const messages = {
  impossible:
    'Unexpected date {printed}, expected {expected}: {reason}. Check the day, the month and the year.',
  weekday: 'Unexpected {weekday} for {printed}, expected {expected}. Check both the weekday and the date.',
};

type MessageId = keyof typeof messages;

function run(filing: Filing): CheckOutcome<MessageId> {
  const dates = filing.figures.filter((figure) => figure.unit === 'date');
  const tables = new Map(filing.tables.map((table) => [table.id, table]));
  const findings = dates.flatMap((figure) => {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(figure.value);
    if (parts === null) return [];
    const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    if (!isCivilDate(year, month, day)) {
      return isPlainlyDate(figure) ? [impossible(figure, year, month, day)] : [];
    }
    const around = inTable(figure) ? cellText(tables, figure) : sentenceOf(filing, figure);
    return wrongWeekday(figure, parseDay(figure.value), weekdayBeside(figure, around));
  });
  const nothing = dates.length === 0 ? 'no date is printed' : null;
  return { ticks: [], findings, undecided: [], notRun: nothing };
}

/** Three numbers between strokes may be anything: a date spells its month or gives its year in full. */
function isPlainlyDate({ text }: Figure): boolean {
  return /[A-Za-z]{3}|\d{4}/.test(text);
}

function impossible(figure: Figure, year: number, month: number, day: number): FindingDraft<MessageId> {
  const name = MONTHS[month - 1];
  const last = name === undefined ? 0 : daysInMonth(year, month);
  const expected = name === undefined ? 'a month from 1 to 12' : `a day from 1 to ${last}`;
  const reason = name === undefined ? `there is no month ${month}` : `${name} ${year} has ${last} days`;
  return {
    message: 'impossible',
    values: { printed: figure.text, expected, reason },
    at: figure.id,
    suspects: [figure.id],
    printed: figure.text,
    expected,
    cause: name !== undefined && month === 2 && day === 29 ? `${year} is no leap year` : null,
    evidence: [reason],
  };
}

/** The weekday printed directly before the date, or in brackets after it; null for none. */
function weekdayBeside(figure: Figure, around: string): number | null {
  // Most sentences name no weekday, and a pattern made for each of their dates would cost more than all else here.
  if (!/day\b/i.test(around)) return null;
  const days = WEEKDAYS.join('|');
  const date = figure.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`\\b(${days}),?\\s+(?:the\\s+)?${date}|${date}\\s*\\((${days})\\)`, 'i');
  // The figure itself may hold the weekday: "Friday, July 7, 2006".
  const inside = new RegExp(`^(${days})\\b`, 'i').exec(figure.text)?.[1];
  const found = pattern.exec(around);
  const word = inside ?? found?.[1] ?? found?.[2];
  const index = WEEKDAYS.findIndex((name) => name.toLowerCase() === word?.toLowerCase());
  return index < 0 ? null : index;
}

function cellText(tables: ReadonlyMap<string, Table>, figure: Figure): string {
  if (!inTable(figure)) return '';
  const { table, row, column } = figure.where;
  const cells = tables.get(table)?.rows[row]?.cells ?? [];
  return cells.find((cell) => cell.column === column)?.text ?? '';
}

function wrongWeekday(figure: Figure, day: Day, printed: number | null): FindingDraft<MessageId>[] {
  const actual = weekdayOf(day);
  if (printed === null || printed === actual) return [];
  const weekday = WEEKDAYS[printed] ?? '';
  const expected = WEEKDAYS[actual] ?? '';
  return [
    {
      message: 'weekday',
      values: { weekday, printed: formatDayLong(day), expected },
      at: figure.id,
      suspects: [figure.id],
      printed: figure.text.startsWith(weekday) ? figure.text : `${weekday}, ${figure.text}`,
      expected,
      cause: otherYear(day, printed),
      evidence: [
        `${formatDayLong(day)} is a ${expected}`,
        `the nearest ${weekday} is ${formatDayLong(nearestWeekday(day, printed))}`,
      ],
    },
  ];
}

/** The same month and day of the year before or after, where that one fell on the weekday. */
function otherYear(day: Day, weekday: number): string | null {
  const { year, month, day: dayOfMonth } = civilDateOf(day);
  for (const other of [year - 1, year + 1]) {
    if (!isCivilDate(other, month, dayOfMonth)) continue;
    const iso = `${other}-${formatDay(day).slice(5)}`;
    if (weekdayOf(parseDay(iso)) === weekday) return `the weekday of that date in ${other}`;
  }
  return null;
}

function nearestWeekday(day: Day, weekday: number): Day {
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  return plusDays(day, ahead <= 3 ? ahead : ahead - 7);
}

const limits = [
  'A date printed without its year is not checked against its weekday.',
  'Only English weekdays beside the date are read.',
];

const examples: readonly CheckExample[] = [
  {
    name: 'A weekday that fits',
    text: 'The shareholders of Kitano Denki Co., Ltd. met on Wednesday, June 28, 2006.',
  },
  {
    name: 'A weekday that does not fit the date',
    text: 'The shareholders of Kitano Denki Co., Ltd. will meet on Friday, July 8, 2006 in Osaka.',
    findings: [
      {
        message:
          'Unexpected Friday for July 8, 2006, expected Saturday. Check both the weekday and the date.',
        at: 'July 8, 2006',
        suspects: ['July 8, 2006'],
        cause: 'the weekday of that date in 2005',
      },
    ],
  },
  {
    name: 'Dates that no calendar has',
    text: 'Kitano Denki Co., Ltd. repaid the bonds on June 31, 2006. It issued new ones on February 29, 2006.',
    findings: [
      {
        message:
          'Unexpected date June 31, 2006, expected a day from 1 to 30: June 2006 has 30 days. Check the day, the month and the year.',
        at: 'June 31, 2006',
        suspects: ['June 31, 2006'],
      },
      {
        message:
          'Unexpected date February 29, 2006, expected a day from 1 to 28: February 2006 has 28 days. Check the day, the month and the year.',
        at: 'February 29, 2006',
        suspects: ['February 29, 2006'],
        cause: '2006 is no leap year',
      },
    ],
  },
];

export const check = defineCheck({ meta, messages, run, limits, examples });
