import type { CheckedFigure, CheckResult } from '../checks/check.js';
import { VERSION } from '../version.js';
import { explain } from './explain/explanation.js';
import { checkedFigureJson, findingJson } from './json.js';

export { findFigures } from './explain/find-figure.js';
export { choiceLines, explanationText } from './explain/text.js';

/**
 * What `tickmark explain --format json` writes: the figure, every figure that its work rests on, findings that name it,
 * what was undecided or tried in vain, and ids of the figures that rest on it; each as the check report has it. Ends with a line end.
 */
export function explanationJson(result: CheckResult, checked: CheckedFigure): string {
  const { work, findings, undecided, tried, sameAmounts, dependents } = explain(result, checked);
  const inputs: CheckedFigure[] = [];
  const open = [...work.inputs];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    inputs.push(next.checked);
    open.push(...next.inputs);
  }
  const explanation = {
    tickmark: VERSION,
    schema: 1,
    path: result.filing.source.path,
    figure: checkedFigureJson(checked),
    inputs: inputs.map(checkedFigureJson),
    findings: findings.map(findingJson),
    undecided,
    tried,
    sameAmounts: sameAmounts.map(({ figure }) => figure.id),
    dependents: dependents.map(({ figure }) => figure.id),
  };
  return `${JSON.stringify(explanation, null, 2)}\n`;
}
