import type { JudgedCell } from './misheaded-column.js';
import type { NamedSource } from './named-source.js';

/**
 * The source that a text beside a table names may be that of another rate: where fewer cells agree with an imported
 * source than differ from it, none is held wrong.
 */
export function unlessOfAnother<MessageId extends string>(
  judged: readonly JudgedCell<MessageId>[],
  source: NamedSource | null,
): readonly JudgedCell<MessageId>[] {
  if (source?.kind !== 'other') return judged;
  const agreeing = judged.filter(({ verdict }) => 'tick' in verdict).length;
  const differing = judged.filter(({ verdict }) => 'finding' in verdict).length;
  if (agreeing >= differing) return judged;
  const reason = `differs from the rates of ${source.name}, but so do most of its table: they may be of another source or kind`;
  return judged.map((each) => ('finding' in each.verdict ? { ...each, verdict: { reason } } : each));
}
