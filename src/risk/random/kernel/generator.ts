import {
  type Code,
  fourPlus,
  fourShiftLeft,
  fourShiftRight,
  fourShiftRightBy,
  get,
  integer,
  isLess,
  plus,
  type Routine,
  repeat,
  set,
  tee,
  vLoad,
  vOr,
  vStore,
  vXor,
} from '../../kernel/assembler.js';

/**
 * `words(state, out, end, drop)`: steps of four xoshiro128** generators side by side, four words a step, into `out` up to
 * `end`, less their `drop` lowest bits. The state is four times the first word, four times the second, and so on.
 */
export function words(): Routine {
  const [state, out, end, drop, a, b, c, d, word] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const all = [a, b, c, d];
  const change = (local: number, by: number) => set(local, vXor(get(local), get(by)));
  const step = [
    ...set(word, fourPlus(get(b), fourShiftLeft(get(b), 2))),
    ...set(word, rotated(word, 7)),
    ...set(word, fourPlus(get(word), fourShiftLeft(get(word), 3))),
    ...vStore(get(out), fourShiftRightBy(get(word), get(drop))),
    ...set(word, fourShiftLeft(get(b), 9)),
    ...change(c, a),
    ...change(d, b),
    ...change(b, c),
    ...change(a, d),
    ...change(c, word),
    ...set(d, rotated(d, 11)),
  ];
  return {
    name: 'words',
    parameters: ['i32', 'i32', 'i32', 'i32'],
    result: null,
    locals: ['v128', 'v128', 'v128', 'v128', 'v128'],
    body: [
      ...all.flatMap((local, nth) => set(local, vLoad(get(state), 16 * nth))),
      ...repeat(step, isLess(tee(out, plus(get(out), integer(16))), get(end))),
      ...all.flatMap((local, nth) => vStore(get(state), get(local), 16 * nth)),
    ],
  };
}

function rotated(local: number, by: number): Code {
  return vOr(fourShiftLeft(get(local), by), fourShiftRight(get(local), 32 - by));
}
