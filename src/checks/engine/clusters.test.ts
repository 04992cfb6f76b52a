import { expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { defineCheck, type FindingDraft } from '../check.js';
import { runChecks } from './run.js';

const filing = readFiling(
  [
    'Annual report on Form 20-F of Minato Foods Co., Ltd. (in millions of yen)',
    '',
    '\t2005\t2006',
    'Rice\t¥1,482\t¥1,638',
    'Fish\t¥2,511\t¥2,604',
    'Salt\t¥3,847\t¥4,119',
    '',
    'We paid ¥8,220 million to Kitano Denki Co., Ltd.',
  ].join('\n'),
);
const amounts = filing.figures.filter(({ unit }) => unit === 'JPY');

it.each([
  ['two figures of a table', [0, 1], ['error', 'error']],
  ['three figures of a table', [0, 1, 2], ['info', 'info', 'info']],
  ['two figures of a table and one of a sentence', [0, 1, 6], ['error', 'error', 'error']],
])('a check that holds %s wrong', (_, indexes, severities) => {
  const { findings } = runChecks([failing(indexes)], filing, { rates: null });
  expect(findings.map(({ severity }) => severity)).toEqual(severities);
});

it('a check that looks at each figure by itself may hold many wrong', () => {
  const { findings } = runChecks([failing([0, 1, 2, 3], 1)], filing, { rates: null });
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'error', 'error', 'error']);
});

/** A check that holds each of these amounts wrong, telling what this many of the parties would have to say. */
function failing(indexes: readonly number[], told = 2) {
  const findings = indexes.map((index): FindingDraft<'wrong'> => {
    const [at = '', other = ''] = [amounts[index]?.id, filing.figures[0]?.id];
    return {
      message: 'wrong',
      values: {},
      at,
      suspects: [at],
      repairs: Object.fromEntries([at, other].slice(0, told).map((id) => [id, `¥9,99${index}`])),
      printed: '',
      expected: '',
    };
  });
  return defineCheck<'wrong'>({
    meta: { id: 'sums', title: 'sums', severity: 'error', basis: 'none', since: '0.1.0', needs: [] },
    messages: { wrong: 'Wrong.' },
    run: () => ({ ticks: [], findings, undecided: [], notRun: null }),
    limits: [],
    examples: [],
  });
}
