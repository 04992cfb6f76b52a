import { expect, it } from 'vitest';
import { complain, harmless } from './complain.js';

it.each([
  ['a\u001b[2Jb.txt', 'a\\u001b[2Jb.txt'],
  ['a\ntickmark: all is well\r', 'a\\u000atickmark: all is well\\u000d'],
  ['fdp.\u202etxt.\u009b\ud800', 'fdp.\\u202etxt.\\u009b\\ud800'],
  ['年次報告書 ¥😀.txt', '年次報告書 ¥😀.txt'],
])('%j prints as %j', (text, expected) => expect(harmless(text)).toBe(expected));

it('indents details, each harmless and on its own line', () => {
  const written: string[] = [];
  complain('Cannot fetch', { err: (text) => written.push(text) }, [
    'a: gone\ntickmark: all is well',
    'b\u001b[2J',
  ]);
  expect(written.join('')).toBe(
    'tickmark: Cannot fetch\n  a: gone\\u000atickmark: all is well\n  b\\u001b[2J\n',
  );
});
