import { COMPARISONS, changeBehind, type Lead, leadOf } from './lead.js';
import type { Part } from './relation.js';
import type { TextFigure, TextSentence } from './text-sentence.js';
import { isNumberToken } from './tokens.js';
import { type Direction, isAbout, isFiller, isLevelWord, isTimeWord } from './word-classes.js';

/**
 * What a sentence says of one change: "decreased by 7.1%, or $45.4 million, to $596.0 million compared to $641.4 million".
 * Of the parts at least one is there. `points` is a change of a percentage in percentage points or basis points.
 */
export interface ChangeStatement {
  readonly to: Part | null;
  readonly from: Part | null;
  readonly amount: Part | null;
  readonly percent: Part | null;
  readonly points: Part | null;
  readonly direction: Direction | null;
  /** Words stand between the parts that may name another thing. */
  readonly loose: boolean;
  /** Index, in the sentence, of its first figure. */
  readonly first: number;
  /** The words before its first figure that name what changed, and more. */
  readonly subject: readonly string[];
}

type Slot = 'to' | 'from' | 'amount' | 'percent' | 'points';

interface Draft {
  readonly parts: Partial<Record<Slot, Part>>;
  direction: Direction | null;
  loose: boolean;
  readonly first: number;
  readonly subject: readonly string[];
  last: Slot;
}

/** The statements of change of a sentence, each over figures of its own. */
export function changeStatements(sentence: TextSentence): ChangeStatement[] {
  const { figures, gaps } = sentence;
  const leads = figures.map((_, index) => leadOf(gaps[index] ?? []));
  const drafts: Draft[] = [];
  let open: Draft | null = null;
  for (let index = 0; index < figures.length; index += 1) {
    const figure = figures[index] as TextFigure;
    const lead = leads[index] as Lead;
    const behind = changeBehindFrom(sentence, leads, index);
    const isChange = behind !== undefined || lead.role === 'change';
    if (figure.range !== null || (lead.role === 'none' && !isChange)) {
      open = null;
      continue;
    }
    const isRestated = lead.role === 'restated' && behind === undefined;
    if (isRestated && open === null) continue;
    const slot: Slot | null = isRestated
      ? restatedSlot(open as Draft, figure)
      : slotOf(figure, lead, isChange);
    if (slot === null) continue;
    const direction = behind ?? lead.direction;
    const fits =
      open !== null && lead.connected && open.parts[slot] === undefined && sameLevels(open, slot, figure);
    if (!fits || open === null) {
      open = { parts: {}, direction: null, loose: false, first: index, subject: lead.before, last: slot };
      drafts.push(open);
      takeLevelBefore(open, sentence, leads, index);
    } else {
      open.loose ||= lead.loose;
    }
    open.parts[slot] = { figure, hedge: lead.hedge };
    open.direction ??= direction;
    open.last = slot;
  }
  return drafts.map(toStatement);
}

/**
 * "We mined 12,852 coins, an increase of 8,708", "we employed 3,246 people, compared with 3,187": what any verb gave is the
 * level of the change or the comparison right behind it.
 */
function takeLevelBefore(
  draft: Draft,
  { figures, gaps }: TextSentence,
  leads: readonly Lead[],
  index: number,
): void {
  const level = figures[index - 1];
  const gap = gaps[index] ?? [];
  if (level === undefined || level.range !== null || draft.last === 'to') return;
  if (draft.last === 'from' ? !isBareComparison(gap) : !isChangeRightBehind(gap)) return;
  const lead = leads[index - 1] as Lead;
  if (lead.role !== 'none' || !sameLevels(draft, 'to', level)) return;
  draft.parts.to = { figure: level, hedge: lead.hedge };
}

function isChangeRightBehind(gap: readonly string[]): boolean {
  return gap[0] === ',' && gap.length <= 5 && !gap.some((token) => isLevelWord(token) || token === 'and');
}

/** Nothing but times and the words of comparison. */
function isBareComparison(gap: readonly string[]): boolean {
  return (
    gap.some((token) => COMPARISONS.has(token)) &&
    gap.every(
      (token) =>
        COMPARISONS.has(token) ||
        token === 'with' ||
        token === 'to' ||
        token === ',' ||
        isTimeWord(token) ||
        isNumberToken(token) ||
        isFiller(token) ||
        isAbout(token),
    )
  );
}

function toStatement({ parts, direction, loose, first, subject }: Draft): ChangeStatement {
  const { to = null, from = null, amount = null, percent = null, points = null } = parts;
  return { to, from, amount, percent, points, direction, loose, first, subject };
}

/** The change that words behind a figure make of it, over figures that state it once more: "a $74 million, or 5%, decrease". */
function changeBehindFrom(
  { gaps }: TextSentence,
  leads: readonly Lead[],
  index: number,
): Direction | null | undefined {
  const behind = changeBehind(gaps[index + 1] ?? []);
  if (behind !== undefined) return behind;
  const isRestated = leads[index + 1]?.role === 'restated' && (gaps[index + 1]?.length ?? 0) <= 3;
  return isRestated ? changeBehind(gaps[index + 2] ?? []) : undefined;
}

function slotOf(figure: TextFigure, lead: Lead, isChange: boolean): Slot | null {
  if (isChange) return changeSlot(figure);
  return lead.role === 'from' ? 'from' : 'to';
}

function changeSlot({ unit, text }: TextFigure): Slot {
  if (unit === 'bp' || (unit === 'percent' && text.includes('point'))) return 'points';
  return unit === 'percent' ? 'percent' : 'amount';
}

/** A change said once more is a change; a level said once more in another unit is left out. */
function restatedSlot(open: Draft, figure: TextFigure): Slot | null {
  if (open.last === 'to' || open.last === 'from') return null;
  const slot = changeSlot(figure);
  return open.parts[slot] === undefined ? slot : null;
}

/** The levels of one statement, and the amount of its change, have one unit. */
function sameLevels({ parts }: Draft, slot: Slot, { unit }: TextFigure): boolean {
  const other = (parts.to ?? parts.from ?? parts.amount)?.figure.unit;
  if (slot === 'percent' || other === undefined) return true;
  if (slot === 'points')
    return (parts.to ?? parts.from)?.figure.unit === 'percent' || parts.amount === undefined;
  return other === unit || (BARE.has(other) && BARE.has(unit));
}

/** Of two numbers of one thing only one may be followed by its noun. */
const BARE: ReadonlySet<string> = new Set(['pure', 'count']);
