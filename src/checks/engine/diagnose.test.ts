import { describe, expect, it } from 'vitest';
import { readFiling } from '../../filing/index.js';
import { type CheckOutcome, defineCheck, type Finding, type FindingDraft, type Tick } from '../check.js';
import { runChecks } from './run.js';

const AMOUNTS = { a: '1,243', b: '2,508', c: '811', d: '4,652', e: '77,319', f: '60,402', again: '2,508' };
const filing = readFiling(
  `Annual report on Form 20-F.\n\n${Object.values(AMOUNTS)
    .map((amount) => `Minato Foods Co., Ltd. paid ¥${amount} million.`)
    .join('\n\n')}\n`,
);
type Name = keyof typeof AMOUNTS;
const ids = filing.figures.filter(({ unit }) => unit === 'JPY').map(({ id }) => id);
const id = (name: Name) => ids[Object.keys(AMOUNTS).indexOf(name)] ?? '';
const name = (figure: string | undefined) => Object.keys(AMOUNTS)[ids.indexOf(figure ?? '')];

describe('which figure is held wrong', () => {
  it('is the one that two relations would mend alike, and both become one finding', () => {
    const { findings } = run(
      fails('footing', { c: '711', a: '1,143', d: '4,752' }),
      fails('cross-footing', { e: '77,419', a: '1,143' }),
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      check: 'footing',
      message: 'Unexpected ¥1,243 million, expected ¥1,143 million.',
      printed: '¥1,243 million',
      expected: '¥1,143 million',
      cause: 'one digit differs',
    });
    expect(names(findings[0])).toEqual(['a']);
    expect(findings[0]?.evidence).toEqual([
      'Also (cross-footing): Unexpected ¥1,243 million, expected ¥1,143 million.',
    ]);
  });

  it('is not one that independent work confirms', () => {
    const { findings, figures } = run(
      fails('footing', { a: '1,423', c: '991' }),
      confirms('change', 'a', { support: 'recomputed' }),
    );
    expect(names(findings[0])).toEqual(['c']);
    expect(findings[0]).toMatchObject({ printed: '¥811 million', expected: '¥991 million' });
    expect(figures.find(({ figure }) => figure.id === id('a'))?.status).toBe('ticked');
  });

  it('is rather one that nothing is said of than one that another mention agrees with', () => {
    const { findings } = run(
      fails('footing', { a: '1,263', c: '831' }),
      confirms('tie-out', 'a', { support: 'agreement' }),
    );
    expect(names(findings[0])).toEqual(['c', 'a']);
  });

  it('is rather one that nothing is said of than one from which another figure comes out right', () => {
    const failing = fails('footing', { a: '1,263', c: '831' });
    expect(names(run(failing).findings[0])).toEqual(['a', 'c']);
    const { findings } = run(failing, confirms('ratio', 'e', { inputs: [{ figure: id('a') }] }));
    expect(names(findings[0])).toEqual(['c', 'a']);
  });

  it('is rather one that a slip of typing explains', () => {
    const { findings } = run(fails('footing', { c: '1,700', a: '2,355', e: '77,391' }));
    expect(names(findings[0])).toEqual(['e', 'c', 'a']);
    expect(findings[0]).toMatchObject({ cause: 'two adjacent digits swapped', expected: '¥77,391 million' });
  });

  it('is rather one whose right amount is printed elsewhere', () => {
    const { findings } = run(fails('footing', { b: '2,528', a: '2,508' }));
    expect(names(findings[0])[0]).toBe('a');
  });

  it('is of the three likeliest where many may be wrong', () => {
    const { findings } = run(
      fails('footing', { a: '1,253', c: '821', d: '4,662', e: '77,329', f: '60,412' }),
    );
    expect(findings[0]?.suspects).toHaveLength(3);
  });
});

describe('a conjecture', () => {
  const guess = (check: string, repairs: Partial<Record<Name, string>>) =>
    outcomeOf(check, { findings: [{ ...draftOf(repairs), isConjecture: true }] });

  it('says nothing by itself', () => {
    expect(run(guess('footing', { d: '4,562', a: '1,153' })).findings).toEqual([]);
  });

  it('is reported where another one would mend the figure that both share alike', () => {
    const { findings } = run(
      guess('footing', { d: '4,562', a: '1,423' }),
      guess('cross-footing', { e: '77,499', a: '1,423' }),
    );
    expect(findings.map(({ check, severity }) => [check, severity])).toEqual([['footing', 'error']]);
    expect(findings[0]).toMatchObject({ printed: '¥1,243 million', expected: '¥1,423 million' });
    expect(names(findings[0])).toEqual(['a']);
  });

  it('is not where the two share more figures, would mend them in two ways, or by no slip of typing', () => {
    const first = guess('footing', { d: '4,562', a: '1,423' });
    expect(run(first, guess('change', { d: '4,562', a: '1,423', c: '1' })).findings).toEqual([]);
    expect(run(first, guess('change', { e: '77,499', a: '1,234' })).findings).toEqual([]);
    const far = [guess('footing', { d: '1', a: '9,999' }), guess('change', { e: '1', a: '9,999' })];
    expect(run(...far).findings).toEqual([]);
  });

  it('does not hold a figure wrong that work of its own confirms', () => {
    const guesses = [
      guess('footing', { d: '4,562', a: '1,423' }),
      guess('change', { e: '77,499', a: '1,423' }),
    ];
    expect(run(...guesses, confirms('ratio', 'a', {})).findings).toEqual([]);
  });
});

describe('what a finding tells', () => {
  it('names the figure that it first pointed at among the related places', () => {
    const { findings } = run(
      fails('footing', { d: '4,562', a: '1,153' }),
      fails('change', { e: '1', a: '1,153' }),
    );
    expect(findings.map(names)).toEqual([['a']]);
    expect(findings[0]?.related.map(({ figure }) => name(figure ?? ''))).toContain('e');
  });

  it('stays as it is where nothing says what the likelier figure should be', () => {
    const draft = { ...draftOf({ d: '9,998' }), suspects: [id('d'), id('a')] };
    const { findings } = run(outcomeOf('footing', { findings: [draft] }), fails('change', { a: '1,153' }));
    expect(findings.map(({ check }) => check)).toEqual(['change']);
    expect(findings[0]?.evidence[0]).toBe(
      'Also (footing): Unexpected ¥4,652 million, expected ¥9,998 million.',
    );
  });

  it('lets two findings stand that would mend the figure that they share in two ways', () => {
    const { findings } = run(
      fails('footing', { d: '4,562', a: '1,153' }),
      fails('change', { e: '77,391', a: '1,253' }),
    );
    expect(findings).toHaveLength(2);
  });
});

function run(...checks: ReturnType<typeof outcomeOf>[]) {
  return runChecks(checks, filing, { rates: null });
}

/** A check that finds one relation failing; each figure with what it should be, the first the one that it points at. */
function fails(check: string, repairs: Partial<Record<Name, string>>) {
  return outcomeOf(check, { findings: [draftOf(repairs)] });
}

function draftOf(repairs: Partial<Record<Name, string>>): FindingDraft<'wrong'> {
  const parties = Object.entries(repairs) as [Name, string][];
  const [at, expected]: [Name, string] = parties[0] ?? ['a', ''];
  const values = { printed: `¥${AMOUNTS[at]} million`, expected: `¥${expected} million` };
  return {
    message: 'wrong',
    values,
    at: id(at),
    suspects: parties.map(([party]) => id(party)),
    repairs: Object.fromEntries(parties.map(([party, amount]) => [id(party), `¥${amount} million`])),
    ...values,
  };
}

function confirms(check: string, figure: Name, fields: Partial<Tick>) {
  const tick = {
    letter: 'RC',
    support: 'recomputed',
    grade: 'exact',
    formula: '',
    inputs: [],
    recomputed: '',
  } as const;
  return outcomeOf(check, { ticks: [{ figure: id(figure), tick: { ...tick, ...fields } }] });
}

function outcomeOf(check: string, outcome: Partial<CheckOutcome<'wrong'>>) {
  return defineCheck<'wrong'>({
    meta: { id: check, title: check, severity: 'error', basis: 'none', since: '0.1.0', needs: [] },
    messages: { wrong: 'Unexpected {printed}, expected {expected}.' },
    run: () => ({ ticks: [], findings: [], undecided: [], notRun: null, ...outcome }),
    limits: [],
    examples: [],
  });
}

function names(finding: Finding | undefined): (string | undefined)[] {
  return (finding?.suspects ?? []).map(name);
}
