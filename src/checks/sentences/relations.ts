import { changeRelations } from './change-relations.js';
import type { ChangeStatement } from './change-statement.js';
import { averageRelations, multipleRelations, multiplierRelation } from './multiple-relations.js';
import { priceRelations } from './price-relations.js';
import type { Binding, Relation } from './relation.js';
import { shareRelations, wholeRelations } from './share-relations.js';
import { sumRelations } from './sum-relations.js';
import type { TextSentence } from './text-sentence.js';
import { isUnsure } from './word-classes.js';

/** All that a sentence asserts of its own figures; `changes` are its statements of change. */
export function relationsOf(sentence: TextSentence, changes: readonly ChangeStatement[]): Relation[] {
  if (sentence.figures.length < 2) return [];
  const relations = [
    ...changes.flatMap((change) => changeRelations(change, bindingOf(change))),
    ...changes.flatMap((change) => multiplierRelation(change, sentence, change.first) ?? []),
    ...sumRelations(sentence),
    ...priceRelations(sentence),
    ...shareRelations(sentence),
    ...wholeRelations(sentence),
    ...multipleRelations(sentence),
    ...averageRelations(sentence),
  ];
  if (relations.length === 0) return relations;
  const isOpen = sentence.gaps.some((gap) => gap.some(isUnsure));
  // A sentence that supposes says what may be, and a measure of the issuer's own changes in its own way.
  return isOpen ? relations.map((relation) => ({ ...relation, binding: 'open' })) : relations;
}

/** Words between the parts may name another thing. */
function bindingOf({ loose, to, from }: ChangeStatement): Binding {
  const unit = (to ?? from)?.figure.unit ?? 'pure';
  if (!loose) return 'stated';
  return unit === 'pure' || unit === 'count' ? 'open' : 'likely';
}
