import type { Filing } from '../../filing/filing.js';
import type { ChangeStatement } from './change-statement.js';
import { confirmsPart, holds, type Relation } from './relation.js';
import { type LineClaim, tableChanges } from './table-changes.js';
import { tableLines } from './table-lines.js';
import { tableMargins } from './table-margins.js';
import { tableShares } from './table-shares.js';
import type { TextSentence } from './text-sentence.js';

export interface SentenceWithChanges {
  readonly sentence: TextSentence;
  readonly changes: readonly ChangeStatement[];
}

/** What the lines of the tables say of sentences: relations that hold, and those that do not where the line is sure. */
export interface TableVerdicts {
  readonly confirmed: readonly Relation[];
  readonly broken: readonly Relation[];
}

/**
 * Holds what sentences say of changes and shares against the lines of the tables that they name. One name may stand for
 * several things (a segment's sales, those of a quarter), so that a line that does not agree says nothing, unless another
 * part of the statement shows that this line is meant; and changes of one line and year that differ confirm each other out.
 */
export function tableVerdicts(sentences: readonly SentenceWithChanges[], filing: Filing): TableVerdicts {
  const lines = tableLines(filing);
  const found = {
    confirmed: [] as Relation[],
    broken: [] as Relation[],
    bare: new Map<string, Relation[]>(),
  };
  for (const { sentence, changes } of sentences) {
    for (const statement of changes) judgeChange(tableChanges(sentence, statement, lines, filing), found);
    for (const margin of tableMargins(sentence, lines, filing)) {
      (holds(margin) === false ? found.broken : found.confirmed).push(margin);
    }
    for (const relations of tableShares(sentence, lines, filing)) {
      const holding = relations.find((relation) => confirmsPart(relation, 2) !== null);
      if (holding !== undefined) found.confirmed.push(holding);
    }
  }
  for (const relations of found.bare.values()) {
    const said = new Set(relations.map(({ parts }) => parts[2]?.figure.value));
    if (said.size === 1) found.confirmed.push(...relations.filter((relation) => holds(relation) === true));
  }
  return found;
}

function judgeChange(
  claims: readonly LineClaim[],
  found: { confirmed: Relation[]; broken: Relation[]; bare: Map<string, Relation[]> },
): void {
  const sure = claims.find(isSure);
  if (sure === undefined) noteBare(found.bare, claims.find(isHolding) ?? claims[0]);
  for (const relation of sure?.relations ?? []) {
    (holds(relation) === false ? found.broken : found.confirmed).push(relation);
  }
}

/** The level is that of the line, or one of two changes is to its last digit. */
function isSure({ isTied, relations }: LineClaim): boolean {
  const agreeing = relations.filter((relation) => confirmsPart(relation, 2) !== null);
  return relations.length > 0 && (isTied || (relations.length > 1 && agreeing.length > 0));
}

function isHolding({ relations }: LineClaim): boolean {
  return relations.some((relation) => holds(relation) === true);
}

function noteBare(bare: Map<string, Relation[]>, claim: LineClaim | undefined): void {
  for (const relation of claim?.relations ?? []) {
    const key = `${claim?.series.own.strict}|${relation.kind}|${relation.parts[0]?.figure.id}`;
    const own = bare.get(key);
    if (own === undefined) bare.set(key, [relation]);
    else own.push(relation);
  }
}
