import type { Fact, FactContext, Figure, Filing, TableWhere } from '../../filing/filing.js';
import { firstIndex } from '../../value/index.js';
import { oncePerFiling } from '../engine/once.js';

/** A tagged number and the one figure on the page that its tag encloses, or a part of which. */
export interface TaggedFigure {
  readonly fact: NumberFact;
  readonly figure: Figure;
}

/** A tagged number with a value. */
export type NumberFact = Fact & { readonly value: string };

/** Every tagged number of the page whose tag stands on one amount, in order. */
export const taggedFigures = oncePerFiling(({ facts, figures }: Filing): readonly TaggedFigure[] =>
  facts.flatMap((fact): TaggedFigure[] => {
    if (!isNumber(fact) || fact.hidden || fact.spans.length === 0) return [];
    const first = firstIndex(figures.length, (index) => (figures[index]?.end ?? 0) > fact.start);
    const figure = figures[first];
    const next = figures[first + 1];
    if (figure === undefined || figure.start >= fact.end || figure.role === 'label') return [];
    return next !== undefined && next.start < fact.end ? [] : [{ fact, figure }];
  }),
);

export function isNumber(fact: Fact): fact is NumberFact {
  return fact.kind === 'number' && fact.value !== null;
}

/** A tagged number in a cell. */
export type TaggedCell = TaggedFigure & { readonly figure: { readonly where: TableWhere } };

export function isTaggedCell(tagged: TaggedFigure): tagged is TaggedCell {
  return 'table' in tagged.figure.where;
}

/** What tells the contexts of facts apart: alike numbers mean alike contexts, whatever their ids. */
export interface ContextNumbers {
  /** Of entity, period and members. */
  readonly whole: number;
  /** Of the members alone: the same in each year. */
  readonly members: number;
}

/** The numbers of each context that a fact of the filing has. */
export const contextNumbers = oncePerFiling(({ facts }: Filing): ReadonlyMap<FactContext, ContextNumbers> => {
  const wholes = new Map<string, number>();
  const members = new Map<string, number>();
  const numbers = new Map<FactContext, ContextNumbers>();
  for (const { context } of facts) {
    if (context === null || numbers.has(context)) continue;
    const own = context.dimensions.map(([axis, member]) => `${axis}=${member}`).join(';');
    const whole = `${context.entity}|${periodKey(context)}|${own}`;
    numbers.set(context, { whole: numberIn(wholes, whole), members: numberIn(members, own) });
  }
  return numbers;
});

function numberIn(known: Map<string, number>, key: string): number {
  const number = known.get(key) ?? known.size;
  known.set(key, number);
  return number;
}

function periodKey({ period }: FactContext): string {
  if (period === null) return '';
  return 'instant' in period ? `${period.instant}` : `${period.start}-${period.until}`;
}

/** "us-gaap:IncomeTaxExpenseBenefit" without its prefix, in words: "Income Tax Expense Benefit". */
export function conceptName(concept: string): string {
  return concept.slice(concept.indexOf(':') + 1).replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ');
}
