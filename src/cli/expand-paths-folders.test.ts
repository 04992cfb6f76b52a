import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expandPaths } from './expand-paths.js';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'tickmark-folders-'));
  const folders = ['drafts/node_modules/pack', 'drafts/.git', 'drafts/old', 'drafts/folder.txt'];
  for (const folder of folders) mkdirSync(join(cwd, folder), { recursive: true });
  const files = [
    'drafts/a.txt',
    'drafts/.b.txt',
    'drafts/old/c.txt',
    'drafts/.git/d.txt',
    'drafts/node_modules/e.txt',
    'drafts/node_modules/pack/f.txt',
    'drafts/folder.txt/g.txt',
  ];
  for (const file of files) writeFileSync(join(cwd, file), 'Item 3.');
  symlinkSync('nowhere.txt', join(cwd, 'drafts/broken.txt'));
  symlinkSync('../a.txt', join(cwd, 'drafts/old/a-again.txt'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

it.each([
  // Neither what packages bring along nor what is hidden; no folder, whatever its name; a link to nothing is no file.
  ['drafts/**/*.txt', ['drafts/a.txt', 'drafts/folder.txt/g.txt', 'drafts/old/c.txt']],
  ['drafts/**', ['drafts/a.txt', 'drafts/folder.txt/g.txt', 'drafts/old/c.txt']],
  ['drafts/*.txt', ['drafts/a.txt']],
  // Asked for by name, they are taken.
  ['drafts/node_modules/**/*.txt', ['drafts/node_modules/e.txt', 'drafts/node_modules/pack/f.txt']],
  ['drafts/.*.txt', ['drafts/.b.txt']],
])('%s', async (pattern, expected) => {
  expect(await expandPaths([pattern], { cwd })).toEqual(expected);
});

it('is the same in whichever folder the command runs', async () => {
  const inside = await expandPaths(['**/*.txt'], { cwd: join(cwd, 'drafts') });
  expect(inside.map((path) => `drafts/${path}`)).toEqual(await expandPaths(['drafts/**/*.txt'], { cwd }));
});
