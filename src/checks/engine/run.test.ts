import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { type Check, type CheckOutcome, defineCheck, type FindingDraft, type Tick } from '../check.js';
import { checks } from '../registry.js';
import { check, runChecks, selectChecks } from './run.js';

const TEXT =
  'Annual report on Form 20-F.\r\n\r\nKitano Denki Co., Ltd. paid ¥10 million to A.\r\n\r\nIt paid ¥20 million to B and ¥30 million to C.\r\n';
const filing = readFiling(TEXT);
const amounts = filing.figures.filter((figure) => figure.unit === 'JPY').map((figure) => figure.id);
const [first = '', second = '', third = ''] = amounts;

describe('runChecks', () => {
  it('gives findings their message, place, line and column, in order of the document', () => {
    const result = run({
      findings: [
        finding({ at: second, suspects: [second], values: { what: 'B' } }),
        finding({ at: first, suspects: [first] }),
      ],
    });
    expect(result.findings).toMatchObject([
      { id: 'x1', message: 'Unexpected A.', start: TEXT.indexOf('¥10'), line: 3, column: 29 },
      { id: 'x2', message: 'Unexpected B.', start: TEXT.indexOf('¥20'), line: 5, column: 9 },
    ]);
  });

  it('points at a range of the source where a finding names one', () => {
    const { findings } = run({ findings: [finding({ at: [2, 8], suspects: [] })] });
    expect(findings[0]).toMatchObject({ start: 2, end: 8, line: 1, column: 3 });
  });

  it('ranks the status: differs, ticked, agrees, unsupported, label', () => {
    const result = run({
      ticks: [
        { figure: first, tick: tick({ support: 'recomputed' }) },
        { figure: second, tick: tick({ support: 'agreement' }) },
        { figure: third, tick: tick({ support: 'recomputed' }) },
      ],
      findings: [finding({ at: third, suspects: [third] })],
    });
    const status = (id: string) => result.figures.find(({ figure }) => figure.id === id)?.status;
    expect([first, second, third].map(status)).toEqual(['ticked', 'agrees', 'differs']);
    expect(
      result.figures.filter(({ figure }) => figure.role === 'label').map((entry) => entry.status),
    ).toContain('label');
    expect(result.summary).toMatchObject({ ticked: 1, agrees: 1, differs: 1, errors: 1, warnings: 0 });
  });

  it('ticks no mention for agreeing with another, whatever confirms that one', () => {
    for (const support of ['recomputed', 'official', 'statements'] as const) {
      const ticks = [
        { figure: first, tick: tick({ support }) },
        { figure: second, tick: tick({ support: 'agreement', inputs: [{ figure: first }] }) },
      ];
      const { figures } = run({ ticks });
      expect(figures.find(({ figure }) => figure.id === second)?.status).toBe('agrees');
    }
  });

  it('takes a merely possible tick for no tick, and an info finding for no doubt', () => {
    const result = run({
      ticks: [{ figure: first, tick: tick({ support: 'recomputed', grade: 'possible' }) }],
      findings: [finding({ at: second, suspects: [second], severity: 'info' })],
    });
    const status = (id: string) => result.figures.find(({ figure }) => figure.id === id)?.status;
    expect(status(first)).not.toBe('ticked');
    expect(status(second)).toBe('unsupported');
  });

  it('throws on a placeholder without a value, on an unknown figure, and passes a bug of a check through', () => {
    expect(() => run({ findings: [finding({ at: first, values: {} })] })).toThrow('{what}');
    expect(() => run({ findings: [finding({ at: 'f999' })] })).toThrow('f999');
    const broken: Check = {
      ...fake({}),
      run: () => {
        throw new TypeError('a bug');
      },
    };
    expect(() => runChecks([broken], filing, { rates: null })).toThrow(TypeError);
  });
});

describe('fingerprints', () => {
  it('survive an edit elsewhere and tell equal findings apart', () => {
    const longer = readFiling(`A new opening paragraph of the report.\r\n\r\n${TEXT}`);
    const at = (read: typeof filing) =>
      read.figures.find((figure) => figure.text.includes('20 million'))?.id ?? '';
    const prints = (read: typeof filing) => {
      const id = at(read);
      const drafts = [
        finding({ at: id, suspects: [id] }),
        finding({ at: id, suspects: [] }),
        finding({ at: id, suspects: [] }),
      ];
      return runChecks([fake({ findings: drafts })], read, { rates: null }).findings.map(
        (each) => each.fingerprint,
      );
    };
    expect(prints(longer)).toEqual(prints(filing));
    expect(new Set(prints(filing)).size).toBe(3);
    expect(prints(filing)[0]).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('one wrong figure, one finding', () => {
  const official = fake({ findings: [finding({ at: first, suspects: [first] })] }, 'official', ['rates']);

  it('folds a weaker finding about the same figure into the official one', () => {
    const weaker = fake({ findings: [finding({ at: second, suspects: [second, first] })] }, 'weaker');
    const { findings, figures } = runChecks([weaker, official], filing, { rates: null });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ check: 'official', evidence: ['Also (weaker): Unexpected A.'] });
    expect(figures.find(({ figure }) => figure.id === second)?.status).toBe('unsupported');
  });

  it('takes figures that an official source confirms off the suspects of a weaker check', () => {
    const confirms = fake({ ticks: [{ figure: first, tick: tick({ support: 'official' }) }] }, 'confirms', [
      'rates',
    ]);
    const weaker = fake({ findings: [finding({ at: second, suspects: [first, second] })] }, 'weaker');
    expect(runChecks([confirms, weaker], filing, { rates: null }).findings[0]?.suspects).toEqual([second]);
    const onlyFirst = fake({ findings: [finding({ at: first, suspects: [first] })] }, 'weaker');
    expect(runChecks([confirms, onlyFirst], filing, { rates: null }).findings).toEqual([]);
  });

  it('lets findings about different figures stand', () => {
    const other = fake({ findings: [finding({ at: second, suspects: [second, third] })] }, 'other');
    expect(runChecks([official, other], filing, { rates: null }).findings).toHaveLength(2);
  });
});

describe('selectChecks', () => {
  it('keeps the order of the registry', () => {
    expect(selectChecks(checks, ['tie-out', 'date']).map((each) => each.meta.id)).toEqual([
      'date',
      'tie-out',
    ]);
  });

  it('answers a slip with the nearest name, and nonsense with the list', () => {
    expect(() => check(filing, { rates: null }, { only: ['tieout'] })).toThrow('did you mean "tie-out"?');
    expect(() => check(filing, { rates: null }, { only: ['xyzzy'] })).toThrow(
      `expected one of ${checks.map(({ meta }) => meta.id).join(', ')}`,
    );
  });
});

describe('check', () => {
  it('gives the same result twice and says what did not run', () => {
    const once = check(filing, { rates: null });
    expect(check(filing, { rates: null })).toEqual(once);
    expect(once.checksNotRun).toContainEqual({
      check: 'exchange-rate-table',
      reason: 'no exchange-rate table',
    });
  });
});

function run(outcome: Partial<CheckOutcome<'wrong'>>) {
  return runChecks([fake(outcome)], filing, { rates: null });
}

function fake(outcome: Partial<CheckOutcome<'wrong'>>, id = 'fake', needs: readonly 'rates'[] = []) {
  return defineCheck<'wrong'>({
    meta: { id, title: id, severity: 'error', basis: 'none', since: '0.1.0', needs },
    messages: { wrong: 'Unexpected {what}.' },
    run: () => ({ ticks: [], findings: [], undecided: [], notRun: null, ...outcome }),
    limits: [],
    examples: [],
  });
}

function finding(fields: Partial<FindingDraft<'wrong'>>): FindingDraft<'wrong'> {
  return {
    message: 'wrong',
    values: { what: 'A' },
    at: first,
    suspects: [],
    printed: '1',
    expected: '2',
    ...fields,
  };
}

function tick(fields: Partial<Tick>): Omit<Tick, 'check'> {
  return {
    letter: 'RC',
    support: 'recomputed',
    grade: 'exact',
    formula: '1 + 1',
    inputs: [],
    recomputed: '2',
    ...fields,
  };
}
