import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedText, SMALL_ITEM_3 } from '../../../test/checked-text.js';
import { sarifErrors } from '../../../test/sarif-schema.js';
import { checks } from '../../checks/index.js';
import { sarifReport } from './log.js';

const FOLDER = '/drafts/2006';
const WRONG = 'The noon buying rate on March 31, 2006 was ¥117.84 per U.S. $1.00.';
const ITEM_3 = readFileSync(new URL('../../../examples/item-3/item-3.txt', import.meta.url), 'utf8');
const FAILURE = {
  path: 'a/b c.pdf',
  code: 'unreadable',
  message: 'a/b c.pdf is a PDF, not plain text: save it as text',
} as const;

// biome-ignore lint/suspicious/noExplicitAny: parsed JSON whose shape is what the tests are about.
type Json = any;

function runOf(...parameters: Parameters<typeof sarifReport>): Json {
  const log = JSON.parse(sarifReport(...parameters));
  expect(sarifErrors(log)).toEqual([]);
  return log.runs[0];
}

function resultsOf(text: string, path?: string): Json[] {
  return runOf([checkedText(text, path)], { folder: FOLDER }).results;
}

describe('the log is valid by the schema of the standard', () => {
  it.each([
    ['the example', [checkedText(ITEM_3)], []],
    ['no finding', [checkedText('Nothing to see.\n')], []],
    ['several files', [checkedText(SMALL_ITEM_3), checkedText(WRONG, '../b/c.txt')], []],
    ['a file that could not be read', [checkedText(WRONG)], [FAILURE]],
    ['only such a file', [], [FAILURE]],
    ['standard input', [checkedText(WRONG, '-')], []],
    ['CRLF and pairs of surrogates', [checkedText(`Item 3.\r\n\r\n😀 𠮷 ${WRONG}\r\n`)], []],
    ['a lone surrogate and control characters', [checkedText(`\ud800 \u0007 \u2028 ${WRONG}`)], []],
  ])('%s', (_, results, failures) => {
    expect(sarifErrors(JSON.parse(sarifReport(results, { folder: FOLDER, failures })))).toEqual([]);
  });

  it.each([
    ['an unknown property', (run: Json) => Object.assign(run.results[0], { tick: 1 })],
    ['an unknown level', (run: Json) => Object.assign(run.results[0], { level: 'info' })],
    [
      'a column of 0',
      (run: Json) => Object.assign(run.results[0].locations[0].physicalLocation.region, { startColumn: 0 }),
    ],
    ['a URI with a space', (run: Json) => Object.assign(run.artifacts[0].location, { uri: 'a b' })],
  ])('which refuses %s', (_, spoil) => {
    const log = JSON.parse(sarifReport([checkedText(WRONG)], { folder: FOLDER }));
    spoil(log.runs[0]);
    expect(sarifErrors(log)).not.toEqual([]);
  });
});

describe('the locations of a run', () => {
  const uriOf = (path: string, folders: { folder: string; checkout?: string }) => {
    const { artifacts, originalUriBaseIds } = runOf([checkedText(WRONG, path)], folders);
    return [artifacts[0].location.uri, originalUriBaseIds['%SRCROOT%'].description.text];
  };

  it('start at the checkout that the folder is in, as code scanning reads them', () => {
    const [ran, checkedOut] = ['The folder that the command was run in.', 'The checkout of the repository.'];
    expect(uriOf('a.txt', { folder: FOLDER })).toEqual(['a.txt', ran]);
    expect(uriOf('a.txt', { folder: FOLDER, checkout: '/drafts' })).toEqual(['2006/a.txt', checkedOut]);
    expect(uriOf('a.txt', { folder: FOLDER, checkout: FOLDER })).toEqual(['a.txt', checkedOut]);
    expect(uriOf('a.txt', { folder: FOLDER, checkout: '/other' })).toEqual(['a.txt', ran]);
    expect(uriOf('a.txt', { folder: FOLDER, checkout: '' })).toEqual(['a.txt', ran]);
  });
});

it('counts beside a file the figures that a check could not decide', () => {
  const undecided = ['f1', 'f2'].map((figure) => ({ check: 'date', figure, reason: 'no year' }));
  const { artifacts, results } = runOf([{ ...checkedText('Nothing.\n'), undecided }], { folder: FOLDER });
  expect(results).toEqual([]);
  expect(artifacts[0].properties.undecided).toEqual([{ check: 'date', reason: 'no year', figures: 2 }]);
});

describe('a result', () => {
  it('says all that a reader needs', () => {
    const [result] = resultsOf(SMALL_ITEM_3);
    expect(result).toMatchObject({
      ruleId: 'exchange-rate-table',
      level: 'error',
      message: { text: expect.stringMatching(/113\.10.*expected 111\.30.*Likely cause: /) },
      partialFingerprints: { 'tickmark/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
      properties: { printed: '113.10', expected: '111.30', suspects: [{ text: '113.10', unit: 'JPY/USD' }] },
    });
    expect(result.properties.evidence.length).toBeGreaterThan(0);
  });

  it('points at related places, which the message links', () => {
    const text = `Item 5. Operating and Financial Review and Prospects\n\nWe file Form 20-F. See Item 5, “Directors, Senior Management and Employees,” for their pay.\n`;
    const [result] = resultsOf(text);
    expect(result.message.text).toMatch(/ See \[the Item cited\]\(1\)\.$/);
    expect(result.relatedLocations).toHaveLength(1);
    expect(result.relatedLocations[0]).toMatchObject({
      id: 1,
      message: { text: 'the Item cited' },
      physicalLocation: { region: { startLine: 3, snippet: { text: 'Item 5' } } },
    });
  });

  it('tells places of one kind apart by what they print, and names a cause once', () => {
    const fees = 'Audit fees\t¥184\t¥176\nAudit-related fees\t23\t19\nTax fees\t31\t28\n';
    const [result] = resultsOf(
      `Fees of our auditor (in millions)\n\n\t2006\t2005\n${fees}Total\t¥248\t¥223\n`,
    );
    expect(result.message.text).toMatch(/ See \[¥184\]\(1\), \[23\]\(2\), \[31\]\(3\)\.$/);
    expect(result.message.text.split(result.properties.cause)).toHaveLength(2);
  });

  it('keeps its fingerprint where the document is edited elsewhere', () => {
    const [before] = resultsOf(SMALL_ITEM_3);
    const [after] = resultsOf(
      SMALL_ITEM_3.replace('Exchange Rates', 'A new paragraph.\r\n\r\nExchange Rates'),
    );
    expect(after.partialFingerprints).toEqual(before.partialFingerprints);
    expect(after.locations).not.toEqual(before.locations);
  });

  it('has a rule for each check asked for, sorted, with its help', () => {
    const { tool, results } = runOf([checkedText(SMALL_ITEM_3)], { folder: FOLDER });
    const { rules } = tool.driver;
    expect(rules.map(({ id }: Json) => id)).toEqual(checks.map(({ meta }) => meta.id).sort());
    for (const rule of rules) {
      expect(rule.help.markdown).toContain('**Authority:**');
      expect(rule.fullDescription.text).toContain('Authority: ');
    }
    for (const result of results) expect(rules[result.ruleIndex].id).toBe(result.ruleId);
    const only = checks.filter(({ meta }) => meta.id === 'date');
    const { driver } = runOf([checkedText(WRONG)], { folder: FOLDER, checks: only }).tool;
    expect(driver.rules.map(({ id }: Json) => id)).toEqual(['date']);
  });
});

/** The text between two places, counted anew: a line ends with CRLF, LF or CR; columns are UTF-16 code units. */
function textAt(source: string, { startLine, startColumn, endLine, endColumn }: Json): string {
  const offset = (line: number, column: number) => {
    let at = 0;
    for (let passed = 1; passed < line; at += 1) {
      if (source[at] === '\n' || (source[at] === '\r' && source[at + 1] !== '\n')) passed += 1;
    }
    return at + column - 1;
  };
  return source.slice(offset(startLine, startColumn), offset(endLine, endColumn));
}

describe('a region', () => {
  const PIECES = [
    '😀',
    '𠮷',
    '\r\n',
    '\r',
    '\n',
    '\f',
    '\u2028',
    '\t',
    'é',
    'Kitano ',
    'Item 3. ',
    '\r\n\r\n',
  ];

  it('is where the text of the finding stands, by line and column and by offset', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => {
        const source = `${pieces.join('')}${WRONG}\r\n\r\n😀 ${WRONG.replace('117.84', '117.48')}\r\n`;
        for (const result of resultsOf(source)) {
          const places = [result.locations[0], ...(result.relatedLocations ?? [])];
          for (const { physicalLocation } of places) {
            const { region } = physicalLocation;
            const byOffset = source.slice(region.charOffset, region.charOffset + region.charLength);
            expect(textAt(source, region)).toBe(byOffset);
            expect(region.snippet.text).toBe(byOffset);
          }
          expect(result.locations[0].physicalLocation.region.snippet.text).toContain('117.84');
          found += 1;
        }
      }),
      { numRuns: 100 },
    );
    expect(found).toBeGreaterThan(50);
  });

  it('counts code units after pairs of surrogates on the same line', () => {
    const [result] = resultsOf(`Item 3.\r\n\r\n😀 𠮷 ${WRONG}\r\n`);
    expect(result.locations[0].physicalLocation.region).toMatchObject({
      startLine: 3,
      startColumn: 7 + WRONG.indexOf('¥117.84'),
      charOffset: 17 + WRONG.indexOf('¥117.84'),
      snippet: { text: '¥117.84' },
    });
  });
});

describe('a location', () => {
  it.each([
    ['draft.txt', 'draft.txt'],
    ['./a b/é#?%.txt', 'a%20b/%C3%A9%23%3F%25.txt'],
    ['c:d.txt', 'c%3Ad.txt'],
    ['../2007/draft.txt', '../2007/draft.txt'],
    ['/drafts/2006/x/draft.txt', 'x/draft.txt'],
    ['/elsewhere/draft.txt', '../../elsewhere/draft.txt'],
    ['lone\ud800.txt', 'lone%EF%BF%BD.txt'],
  ])('of %j is %s', (path, uri) => {
    const run = runOf([checkedText(WRONG, path)], { folder: FOLDER });
    expect(run.artifacts[0].location).toEqual({ uri, uriBaseId: '%SRCROOT%', index: 0 });
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
    expect(run.originalUriBaseIds).toHaveProperty('%SRCROOT%');
  });

  it('of standard input has no URI', () => {
    const { artifacts } = runOf([checkedText(WRONG, '-')], { folder: FOLDER });
    expect(artifacts[0].location).toEqual({ index: 0, description: { text: 'standard input' } });
    expect(artifacts[0].roles).toContain('standardStream');
  });
});

describe('the invocation', () => {
  const invocation = (...parameters: Parameters<typeof sarifReport>) => runOf(...parameters).invocations[0];

  it.each([
    ['Nothing to see.\n', 0],
    [WRONG, 1],
  ])('has the exit status: %j', (text, exitCode) => {
    expect(invocation([checkedText(text)], { folder: FOLDER })).toMatchObject({
      executionSuccessful: true,
      exitCode,
    });
  });

  it('is not successful where a file could not be read, and no absolute path appears', () => {
    const path = '/drafts/2006/secret/a.pdf';
    const failures = [{ path, code: 'unreadable', message: `Cannot read ${path}: no such file` }] as const;
    const run = runOf([], { folder: FOLDER, failures });
    expect(run).not.toHaveProperty('results');
    expect(run.invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: 2 });
    expect(run.invocations[0].toolExecutionNotifications).toEqual([
      {
        descriptor: { id: 'file-not-read', index: 0 },
        level: 'error',
        message: { text: 'Cannot read secret/a.pdf: no such file' },
        locations: [
          { physicalLocation: { artifactLocation: { uri: 'secret/a.pdf', uriBaseId: '%SRCROOT%' } } },
        ],
        properties: { code: 'unreadable' },
      },
    ]);
    expect(JSON.stringify(run)).not.toContain(FOLDER);
  });

  it('names the checks that did not run', () => {
    const { toolExecutionNotifications } = invocation([checkedText('Nothing to see.\n')], { folder: FOLDER });
    expect(toolExecutionNotifications.length).toBeGreaterThan(2);
    expect(toolExecutionNotifications[0]).toMatchObject({
      level: 'note',
      descriptor: { id: 'check-not-run' },
    });
  });
});
