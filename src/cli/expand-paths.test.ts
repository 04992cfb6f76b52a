import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../value/index.js';
import { baseOf, expandPaths } from './expand-paths.js';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tickmark-paths-'));
  for (const folder of ['drafts/old', 'drafts/.hidden', 'drafts/node_modules', 'other', 'empty']) {
    mkdirSync(join(cwd, folder), { recursive: true });
  }
  const files = [
    'b.txt',
    'a.txt',
    'draft (2).txt',
    'odd[1].txt',
    'drafts/item-3.txt',
    'drafts/item-10.txt',
    'drafts/Item-4.txt',
    'drafts/old/item-3.txt',
    'drafts/.hidden/x.txt',
    'drafts/node_modules/x.txt',
    'other/有価.txt',
    'other/notes.md',
  ];
  for (const file of files) writeFileSync(join(cwd, file), 'Item 3.');
  symlinkSync('../drafts/item-3.txt', join(cwd, 'other/link.txt'));
  symlinkSync('..', join(cwd, 'other/loop'));
  symlinkSync('other', join(cwd, 'linked.txt'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const expand = (line: string) => expandPaths(line.split(' '), { cwd });

describe('expandPaths', () => {
  it.each([
    ['b.txt a.txt', ['b.txt', 'a.txt']],
    ['missing.txt - a.txt -', ['missing.txt', '-', 'a.txt']],
    ['*.txt', ['a.txt', 'b.txt', 'draft (2).txt', 'odd[1].txt']],
    ['b.txt *.txt', ['b.txt', 'a.txt', 'draft (2).txt', 'odd[1].txt']],
    ['a.txt ./a.txt drafts/../a.txt', ['a.txt']],
    ['drafts/*.txt', ['drafts/Item-4.txt', 'drafts/item-10.txt', 'drafts/item-3.txt']],
    ['drafts/**/*-3.txt', ['drafts/item-3.txt', 'drafts/old/item-3.txt']],
    ['drafts/**/*-3.txt !drafts/old/**', ['drafts/item-3.txt']],
    [
      'drafts/old/item-3.txt drafts/**/*-3.txt !drafts/old/**',
      ['drafts/old/item-3.txt', 'drafts/item-3.txt'],
    ],
    ['{a,b}.txt', ['a.txt', 'b.txt']],
    ['drafts/node_modules/*.txt', ['drafts/node_modules/x.txt']],
    ['drafts/.hidden/*.txt', ['drafts/.hidden/x.txt']],
    ['other/*.txt', ['other/link.txt', 'other/有価.txt']],
    ['**/item-3.txt', ['drafts/item-3.txt', 'drafts/old/item-3.txt']],
    ['odd[1].txt', ['odd[1].txt']],
    ['odd(1).txt', ['odd(1).txt']],
  ])('%s', async (line, expected) => {
    expect(await expand(line)).toEqual(expected);
  });

  it('sees a name with spaces and brackets as a name', async () => {
    expect(await expandPaths(['draft (2).txt', 'draft (3).txt'], { cwd })).toEqual([
      'draft (2).txt',
      'draft (3).txt',
    ]);
  });

  it.each([
    ['*.pdf', 'Cannot find files that match "*.pdf": looked in this folder; check the pattern'],
    ['empty/**', 'Cannot find files that match "empty/**": looked in empty; check the pattern'],
    [
      'a.txt no/such/*.txt',
      'Cannot find files that match "no/such/*.txt": there is no folder no/such; check the pattern',
    ],
    [
      'drafts/old/* !drafts/**',
      'Cannot find files that match "drafts/old/*" and not "drafts/**": looked in drafts/old; check the pattern',
    ],
    [
      '!drafts/** a.txt',
      'Unexpected "!drafts/**" without a pattern to leave something out of, expected one such as "drafts/**/*.txt"',
    ],
  ])('refuses %s', async (line, message) => {
    const error = await expand(line).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toHaveProperty('message', message);
  });
});

it.each([
  ['drafts/2006/*.txt', 'drafts/2006'],
  ['*.txt', '.'],
  ['/*.txt', '/'],
  ['/a/{b,c}/d.txt', '/a'],
  ['../**', '..'],
])('the folder of %s is %s', (pattern, base) => {
  expect(baseOf(pattern)).toBe(base);
});
