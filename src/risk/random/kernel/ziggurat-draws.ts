import {
  type Code,
  fLoad,
  fPlus,
  fStore,
  fTimes,
  get,
  integer,
  isAtLeastSigned,
  isLess,
  load,
  loadByte,
  plus,
  type Routine,
  real,
  repeat,
  set,
  shiftLeft,
  shiftRight,
  shiftRightSigned,
  store,
  tee,
  toReal,
  xor,
} from '../../kernel/assembler.js';

/** Addresses of a ziggurat's tables. */
export interface ZigguratTables {
  readonly inside: number;
  readonly width: number;
}

/**
 * `NAME(places, end, layers, out, outside)`: for each place, a word, and layer, a byte, the number that the fast test of
 * the ziggurat gives. What it does not take is written as any other; the address of its place goes to the list `outside`,
 * whose end is returned.
 */
export function draws(name: string, { inside, width }: ZigguratTables, sides: 'both' | 'positive'): Routine {
  const [places, end, layers, out, outside, place, layer] = [0, 1, 2, 3, 4, 5, 6];
  const step = [
    ...set(place, sides === 'both' ? load(get(places)) : shiftRight(load(get(places)), 1)),
    ...set(layer, loadByte(get(layers))),
    // Listed always and counted if need be: no branch.
    ...store(get(outside), get(places)),
    ...set(
      outside,
      plus(
        get(outside),
        shiftLeft(
          isAtLeastSigned(
            sides === 'both' ? magnitude(place) : get(place),
            load(shiftLeft(get(layer), 2), inside),
          ),
          2,
        ),
      ),
    ),
    ...fStore(get(out), fTimes(fPlus(toReal(get(place)), real(0.5)), fLoad(shiftLeft(get(layer), 3), width))),
    ...set(layers, plus(get(layers), integer(1))),
    ...set(out, plus(get(out), integer(8))),
  ];
  return {
    name,
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32'],
    result: 'i32',
    locals: ['i32', 'i32'],
    body: [...repeat(step, isLess(tee(places, plus(get(places), integer(4))), get(end))), ...get(outside)],
  };
}

/** As far from 0 as a number of 31 bits can be. */
function magnitude(place: number): Code {
  return xor(get(place), shiftRightSigned(get(place), 31));
}
