import { digitsOf } from './printed-values.js';
import type { RawFinding } from './raw-finding.js';
import type { OtherFailures } from './suspicion.js';

/** Of the findings that would mend a figure alike, this many are looked at. */
const MOST_ALIKE = 8;

/** The findings that would have one figure say the same. */
interface Alike {
  /** The first of them. */
  readonly first: RawFinding[];
  count: number;
  /** Without conjectures. */
  firm: number;
}

/** Which findings hold a figure wrong, and what each says that it should be. Those that are mere information do not. */
export class Failures {
  /** By figure and by what it should say; "" where that is not told. */
  private readonly byFigure = new Map<string, Map<string, Alike>>();

  constructor(findings: readonly RawFinding[]) {
    for (const finding of findings) {
      if (finding.severity === 'info') continue;
      for (const id of finding.draft.suspects) this.add(id, finding);
    }
  }

  private add(id: string, finding: RawFinding): void {
    const repair = repairOf(finding, id);
    const own = this.byFigure.get(id) ?? new Map<string, Alike>();
    this.byFigure.set(id, own);
    const alike = own.get(repair) ?? { first: [], count: 0, firm: 0 };
    own.set(repair, alike);
    if (alike.first.length < MOST_ALIKE) alike.first.push(finding);
    alike.count += 1;
    if (finding.draft.isConjecture !== true) alike.firm += 1;
  }

  /** How many findings but this one hold a figure wrong. A conjecture counts where it would mend the figure alike. */
  beside(finding: RawFinding, id: string): OtherFailures {
    const repair = repairOf(finding, id);
    const self = finding.severity === 'info' ? 0 : 1;
    const counts = { all: 0, same: 0, untold: 0 };
    for (const [told, { count, firm }] of this.byFigure.get(id) ?? []) {
      const others = told === repair ? count - self : firm;
      counts.all += others;
      if (told === '') counts.untold += others;
      else if (told === repair) counts.same += others;
    }
    return counts;
  }

  /** Whether another relation, which shares this figure alone with the finding, would have it say the same. */
  isMendedAlike(finding: RawFinding, id: string): boolean {
    const repair = repairOf(finding, id);
    if (repair === '') return false;
    const own = new Set(finding.draft.suspects);
    const sharesIt = (other: RawFinding) =>
      other !== finding && other.draft.suspects.every((each) => each === id || !own.has(each));
    return (this.byFigure.get(id)?.get(repair)?.first ?? []).some(sharesIt);
  }
}

/** By its digits: one check prints a sign where another does not. */
function repairOf({ draft }: RawFinding, id: string): string {
  const repair = draft.repairs?.[id];
  return repair === undefined ? '' : digitsOf(repair);
}
