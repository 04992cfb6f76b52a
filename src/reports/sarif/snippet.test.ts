import { expect, it } from 'vitest';
import { checkedText, SMALL_ITEM_3 } from '../../../test/checked-text.js';
import { sarifErrors } from '../../../test/sarif-schema.js';
import { sarifReport } from './log.js';

/** The region of a finding that is made so many code units long. */
function regionOf(length: number) {
  const result = checkedText(SMALL_ITEM_3.padEnd(2000, ' The draft goes on.'));
  const [finding] = result.findings;
  if (finding === undefined) throw new Error('expected a finding');
  const findings = [{ ...finding, end: finding.start + length }];
  const log = JSON.parse(sarifReport([{ ...result, findings }], { folder: '/drafts' }));
  expect(sarifErrors(log)).toEqual([]);
  const { region } = log.runs[0].results[0].locations[0].physicalLocation;
  const text = result.filing.source.text.slice(finding.start, finding.start + length);
  return { region, text };
}

it('is given for a range of 300 code units at most: a log repeats no more of a confidential draft', () => {
  const short = regionOf(300);
  expect(short.region.snippet).toEqual({ text: short.text });
  const long = regionOf(301);
  expect(long.region).not.toHaveProperty('snippet');
  expect(long.region.charLength).toBe(301);
});
