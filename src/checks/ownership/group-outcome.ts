import { reprint } from '../arithmetic/reprint.js';
import type { CheckOutcome, FindingDraft } from '../check.js';
import { type GroupTotal, groupTotals } from './groups.js';
import type { HoldingColumns } from './holdings.js';

/** Holds each group of holders against the lines of its persons. */
export function groups(columns: HoldingColumns): Pick<CheckOutcome<'group'>, 'ticks' | 'findings'> {
  const totals = groupTotals(columns);
  return {
    ticks: totals.filter(({ holds }) => holds).flatMap(groupTicks),
    findings: totals.flatMap(groupDraft),
  };
}

function groupTicks({ total, members, sum }: GroupTotal): CheckOutcome['ticks'][number][] {
  const all = [total, ...members];
  return all.map((figure, index) => ({
    figure: figure.id,
    tick: {
      letter: 'F' as const,
      support: 'recomputed' as const,
      grade: 'exact' as const,
      formula:
        index === 0 ? `sum of the ${members.length} persons above` : 'the group less its other persons',
      inputs: all.filter((other) => other !== figure).map(({ id }) => ({ figure: id })),
      recomputed: index === 0 ? String(sum) : figure.value,
    },
  }));
}

/** Holdings in common count once in the group, so that only a slip of typing is reported. */
function groupDraft({ total, members, sum, holds, slip }: GroupTotal): FindingDraft<'group'>[] {
  if (holds || slip === null) return [];
  const difference = Number(total.value) - sum;
  const expected = reprint(total, sum);
  const repairs = members.map(
    (member) => [member.id, reprint(member, Number(member.value) + difference)] as const,
  );
  return [
    {
      message: 'group',
      values: {
        printed: total.text,
        expected,
        count: String(members.length),
        sum: expected,
        total: total.text,
      },
      severity: 'warning',
      at: total.id,
      suspects: [total.id, ...members.map(({ id }) => id)],
      repairs: { [total.id]: expected, ...Object.fromEntries(repairs) },
      printed: total.text,
      expected,
      cause: slip,
      related: members.map(({ id, start, end, text }) => ({ figure: id, start, end, note: text })),
    },
  ];
}
