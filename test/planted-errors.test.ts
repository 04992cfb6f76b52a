import { describe, expect, it } from 'vitest';
import { report } from '../scripts/planted-report/content.js';
import { fontManner } from '../scripts/planted-report/font-manner.js';
import { gridManner } from '../scripts/planted-report/grid-manner.js';
import { PLANTS, type Plant, planted } from '../scripts/planted-report/plants.js';
import { type CheckResult, check, type Finding } from '../src/checks/index.js';
import { readFiling } from '../src/filing/index.js';
import { noonBuyingRates } from '../src/rates/index.js';
import { visibleText } from '../src/reports/visible-line.js';

const MANNERS = {
  'narrow columns under colspans': gridManner,
  'signs and brackets in cells of their own': fontManner,
};

describe.each(Object.entries(MANNERS))('a report printed with %s', (_, manner) => {
  const right = checked(manner(report()));

  it('has no finding where nothing is wrong', () => {
    expect(told(right)).toEqual([]);
  });

  it('is ticked for the most part', () => {
    const { ticked, agrees, unsupported } = right.summary;
    expect(ticked / (ticked + agrees + unsupported)).toBeGreaterThan(0.7);
  });

  it.each(PLANTS.map((plant) => [plant.kind, plant] as const))(
    'tells of %s, and of nothing else',
    (_, plant) => {
      const result = checked(manner(planted(report(), [plant])));
      const findings = shown(result);
      expect(findings.map((finding) => holds(finding, plant, result))).toEqual(findings.map(() => true));
      expect(findings.length, `${plant.from} printed as ${plant.to}`).toBeGreaterThan(0);
    },
  );

  it('tells of all of them at once, and of nothing else', () => {
    const result = checked(manner(planted(report(), PLANTS)));
    const missed = PLANTS.filter((plant) => !shown(result).some((finding) => holds(finding, plant, result)));
    const false_ = shown(result).filter((finding) => !PLANTS.some((plant) => holds(finding, plant, result)));
    expect(missed.map(({ kind }) => kind)).toEqual([]);
    expect(false_.map(({ message }) => message)).toEqual([]);
  });

  it('never ticks a planted figure', () => {
    for (const plant of PLANTS) {
      const { figures } = checked(manner(planted(report(), [plant])));
      const before = right.figures.filter(({ figure }) => figure.text === plant.to).length;
      const ticked = figures.filter(({ figure, status }) => figure.text === plant.to && status === 'ticked');
      expect(ticked.length, plant.kind).toBeLessThanOrEqual(before);
    }
  });
});

function checked(page: string): CheckResult {
  return check(readFiling(page), { rates: noonBuyingRates() });
}

function shown({ findings }: CheckResult): Finding[] {
  return findings.filter(({ severity }) => severity !== 'info');
}

function told(result: CheckResult): string[] {
  return shown(result).map(({ message }) => message);
}

/** Whether a finding holds the planted figure or word wrong: by a suspect, or by what it points at. */
function holds(finding: Finding, { to, held = to }: Plant, { filing, figures }: CheckResult): boolean {
  const suspects = figures.filter(({ figure }) => finding.suspects.includes(figure.id));
  const at = visibleText(filing, finding.start, finding.end);
  return (
    suspects.some(({ figure }) => held.includes(figure.text)) ||
    at.includes(held) ||
    (at !== '' && held.includes(at))
  );
}
