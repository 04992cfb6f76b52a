import { describe, expect, it } from 'vitest';
import { checkedText } from '../../test/checked-text.js';
import { githubAnnotations, githubFailure, githubSummary } from './github.js';

const WRONG = 'The noon buying rate on March 31, 2006 was ¥117.84 per U.S. $1.00.\n';
const OPTIONS = { folder: '/repo/drafts', workspace: '/repo' };

/** A workflow command as GitHub’s runner takes it apart. */
function parsed(line: string) {
  const [, name, list = '', text = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const decode = (part: string) =>
    part.replace(/%(25|0D|0A|3A|2C)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  const parameters = list.split(',').map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, at), decode(part.slice(at + 1))];
  });
  return { name, parameters: Object.fromEntries(parameters), text: decode(text) };
}

function annotationsOf(
  text: string,
  path = 'a.txt',
  options: Parameters<typeof githubAnnotations>[1] = OPTIONS,
) {
  const lines = githubAnnotations(checkedText(text, path), options).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map(parsed);
}

describe('an annotation', () => {
  it('names the place in parameters and in the text, and says what is expected', () => {
    const [annotation] = annotationsOf(WRONG);
    const column = String(WRONG.indexOf('¥') + 1);
    expect(annotation).toMatchObject({
      name: 'error',
      parameters: {
        file: 'drafts/a.txt',
        line: '1',
        endLine: '1',
        col: column,
        endColumn: String(Number(column) + 7),
        title: 'exchange-rate-quote',
      },
    });
    expect(annotation?.text).toMatch(new RegExp(`^drafts/a\\.txt:1:${column} .*117\\.84.*117\\.48`));
    expect(annotation?.text).toContain('\n- ');
  });

  it('is one line, whatever the name and the document hold', () => {
    const path = 'a%,b:c\r\n::error::forged.txt';
    const [annotation, ...more] = annotationsOf(WRONG, path, { folder: '/repo' });
    expect(more).toEqual([]);
    expect(annotation?.parameters.file).toBe(path);
  });

  it('has no columns where it spans lines', () => {
    const title = '“Directors, Senior\nManagement and Employees,”';
    const found = annotationsOf(
      `Item 5. Operating and Financial Review and Prospects\n\nWe file Form 20-F. See Item 5, ${title} for their pay.\n`,
    );
    const spanning = found.filter(({ parameters }) => parameters.line !== parameters.endLine);
    expect(spanning).toHaveLength(1);
    expect(spanning[0]?.parameters).not.toHaveProperty('col');
  });

  it('is a notice for a remark', () => {
    const odd = 'Item 3. Key Information\n\nD. Risk Factors\n\nSee Item 5 for our plans.\n';
    expect(annotationsOf(odd).map(({ name }) => name)).toEqual(['notice']);
  });
});

describe('the path of an annotation', () => {
  it.each([
    ['a.txt', OPTIONS, 'drafts/a.txt'],
    ['../a.txt', OPTIONS, 'a.txt'],
    ['a.txt', { folder: '/repo', workspace: '/repo' }, 'a.txt'],
    ['a.txt', { folder: '/repo' }, 'a.txt'],
    ['a.txt', { folder: '/repo', workspace: '' }, 'a.txt'],
    ['a.txt', { folder: '/elsewhere', workspace: '/repo' }, 'a.txt'],
    ['/outside/a.txt', OPTIONS, '../../outside/a.txt'],
    ['/repo/b/a.txt', { folder: '/elsewhere', workspace: '/repo' }, 'b/a.txt'],
  ])('%s with %j is %s', (path, options, expected) => {
    const failure = { path, code: 'unreadable', message: 'Cannot read it' } as const;
    expect(parsed(githubFailure(failure, options).trimEnd()).parameters.file).toBe(expected);
  });

  it('is absent for standard input', () => {
    const [annotation] = annotationsOf(WRONG, '-');
    expect(annotation?.parameters).not.toHaveProperty('file');
    expect(annotation?.text).toMatch(/^standard input:1:/);
  });
});

describe('the summary', () => {
  it('counts files, findings, ticked amounts and what could not be read', () => {
    const summaries = [WRONG, WRONG.replace('117.84', '117.48')].map((text) => checkedText(text).summary);
    expect(githubSummary(summaries, 1)).toMatch(
      /^2 files checked: 1 error\. 1 of \d+ amounts ticked\. 1 file could not be read\.\n$/,
    );
  });
});
