import { type Figure, type Filing, SourceLines } from '../../filing/index.js';
import {
  type DisclosedAmount,
  disclosedAmounts,
  type Edit,
  headingLikeness,
  pathText,
  type Register,
  type RegisterPath,
} from '../../risk/index.js';
import { Decimal } from '../../value/index.js';

/** How a figure that the register rests on stands in the report today. */
export interface FigureStatus {
  /** What rests on it: `inputs.securities`. */
  readonly path: string;
  /** As the register quotes it. */
  readonly figure: string;
  /** `differs`: the report now prints another number. `gone`: nothing of the kind. */
  readonly status: 'agrees' | 'differs' | 'gone';
  /** Where it stands now; null where it is gone. */
  readonly now: { readonly text: string; readonly line: number; readonly key: string } | null;
}

export interface ReportComparison {
  readonly figures: readonly FigureStatus[];
  readonly problems: readonly ReportProblem[];
  /** What "--fix" writes into the register: keys and lines of figures that agree. */
  readonly edits: readonly Edit[];
}

export interface ReportProblem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly path: RegisterPath;
  readonly message: string;
}

/** Holds every disclosed figure and every heading of the register against the report. */
export function compareWithReport(register: Register, filing: Filing): ReportComparison {
  const lookUp = new FigureLookUp(filing);
  const figures: FigureStatus[] = [];
  const problems: ReportProblem[] = [];
  const edits: Edit[] = [];
  for (const amount of disclosedAmounts(register)) {
    const { status, found, message } = lookUp.statusOf(amount);
    const now =
      found === null ? null : { text: clean(found.text), line: lookUp.lineOf(found), key: found.key };
    figures.push({ path: pathText(amount.path.slice(0, -1)), figure: amount.figure, status, now });
    if (message !== null)
      problems.push({
        severity: 'error',
        code: `figure-${status}`,
        path: [...amount.path, 'figure'],
        message,
      });
    else if (now !== null) {
      edits.push(...placeEdits(amount, now));
      const difference = found === null ? null : statedDifference(amount, found);
      if (difference !== null && amount.stated !== null) {
        problems.push({
          severity: 'error',
          code: 'figure-value',
          path: amount.stated.path,
          message: difference,
        });
      }
    }
  }
  return { figures, problems: [...problems, ...headingProblems(register, filing, lookUp.lines)], edits };
}

function placeEdits({ path, line, key }: DisclosedAmount, now: { line: number; key: string }): Edit[] {
  return [
    ...(line === now.line ? [] : [{ path, key: 'line', set: now.line }]),
    ...(key === now.key ? [] : [{ path, key: 'key', set: now.key }]),
  ];
}

interface Status {
  readonly status: FigureStatus['status'];
  readonly found: Figure | null;
  readonly message: string | null;
}

/** The figures of a report by key, text and line. */
class FigureLookUp {
  readonly lines: SourceLines;
  private readonly byKey = new Map<string, Figure>();
  private readonly byText = new Map<string, Figure[]>();
  private readonly byLine = new Map<number, Figure[]>();

  constructor({ figures, source }: Filing) {
    this.lines = new SourceLines(source.text);
    for (const figure of figures) {
      this.byKey.set(figure.key, figure);
      push(this.byText, clean(figure.text), figure);
      push(this.byLine, this.lineOf(figure), figure);
    }
  }

  lineOf(figure: Figure): number {
    return this.lines.at(figure.start).line;
  }

  /** By its key, else by its text and the line that is nearest, else what now stands on its line. */
  statusOf(amount: DisclosedAmount): Status {
    const keyed = amount.key === null ? undefined : this.byKey.get(amount.key);
    if (keyed !== undefined) return this.compared(amount, keyed);
    const same = this.byText.get(clean(amount.figure)) ?? [];
    const nearest = this.nearest(same, amount);
    if (nearest !== null) return { status: 'agrees', found: nearest, message: null };
    const successor = this.successor(amount);
    if (successor !== null) return this.compared(amount, successor);
    const remedy = 'look it up in the report and bring value and source up to date, or make it an assumption';
    return { status: 'gone', found: null, message: `the report has no ${amount.figure} any more: ${remedy}` };
  }

  private compared(amount: DisclosedAmount, found: Figure): Status {
    if (clean(found.text) === clean(amount.figure) || isSameValue(amount, found)) {
      return { status: 'agrees', found, message: null };
    }
    const message = `the report now says ${clean(found.text)} (line ${this.lineOf(found)}), the register ${amount.figure}: bring value and figure up to date, or correct the report`;
    return { status: 'differs', found, message };
  }

  private nearest(figures: readonly Figure[], { line }: DisclosedAmount): Figure | null {
    const [first] = figures;
    if (first === undefined) return null;
    if (line === null) return first;
    const distance = (figure: Figure) => Math.abs(this.lineOf(figure) - line);
    return figures.reduce((best, each) => (distance(each) < distance(best) ? each : best), first);
  }

  /** The one figure of its unit on the line where it stood. */
  private successor({ line, stated }: DisclosedAmount): Figure | null {
    if (line === null || stated === null) return null;
    const here = (this.byLine.get(line) ?? []).filter(
      (figure) => figure.role === 'amount' && unitOf(figure) === unitOfMeasured(stated.measured),
    );
    return here.length === 1 ? (here[0] ?? null) : null;
  }
}

function push<Key>(map: Map<Key, Figure[]>, key: Key, figure: Figure): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [figure]);
  else list.push(figure);
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('￥', '¥').trim();
}

type Measured = NonNullable<DisclosedAmount['stated']>['measured'];

function unitOf({ unit }: Figure): string {
  return unit === 'share' || unit === 'count' || unit === 'ADS' ? 'pure' : unit;
}

function unitOfMeasured({ unit, currency }: Measured): string {
  if (unit === 'money' || unit === 'money-a-year') return currency ?? '';
  if (unit === 'percent') return 'percent';
  return 'pure';
}

/** By size: an amount that the report prints in brackets may be positive in the register, as a cost is. */
function isSameValue({ stated }: DisclosedAmount, figure: Figure): boolean {
  if (stated === null || figure.unit === 'date' || unitOf(figure) !== unitOfMeasured(stated.measured))
    return false;
  const { unit, value } = stated.measured;
  const due = unit === 'percent' ? value.times(Decimal.of(100)) : value;
  return due.abs().equals(Decimal.parse(figure.value).abs());
}

/** What stands beside a source that agrees must be the figure itself; a duration or a frequency made from one is free. */
function statedDifference(amount: DisclosedAmount, figure: Figure): string | null {
  const { stated } = amount;
  if (stated === null || figure.unit === 'date' || isSameValue(amount, figure)) return null;
  const comparable: readonly string[] = ['money', 'percent', 'number', 'shares'];
  if (!comparable.includes(stated.measured.unit)) return null;
  return `"${stated.text}" is not the figure ${amount.figure} that it points at: correct one of them, or make the source an assumption that says how it follows`;
}

/** Risks whose factor the report has no more, or in other words. */
function headingProblems(
  { content }: Register,
  { riskFactors }: Filing,
  lines: SourceLines,
): ReportProblem[] {
  if (riskFactors.length === 0) return [];
  const keys = new Set(riskFactors.map(({ key }) => key));
  const headings = new Set(riskFactors.map(({ heading }) => plain(heading)));
  return Object.entries(content.risks).flatMap(([id, { heading, factor }]) => {
    if (headings.has(plain(heading))) return [];
    const now = riskFactors.find(({ key }) => key === factor) ?? mostLike(heading, riskFactors);
    const where = now === null ? '' : `; line ${lines.at(now.start).line} has “${clean(now.heading)}”`;
    const isKnown = factor !== undefined && keys.has(factor);
    const message = isKnown
      ? `the report has this risk factor in other words${where}: "tickmark risk init --update" brings the heading up to date`
      : `the report has no risk factor with this heading${where}`;
    return [{ severity: 'warning', code: 'heading', path: ['risks', id, 'heading'], message }];
  });
}

function mostLike(heading: string, factors: Filing['riskFactors']): Filing['riskFactors'][number] | null {
  let best = null;
  let most = 0.5;
  for (const factor of factors) {
    const likeness = headingLikeness(heading, factor.heading);
    if (likeness > most) [best, most] = [factor, likeness];
  }
  return best;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
