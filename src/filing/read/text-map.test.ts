import { describe, expect, it } from 'vitest';
import { TextBuilder } from './text-map.js';

/** "Sales &amp; <b>costs</b>": "&" stands for five characters, the tags for nothing. */
const SOURCE = 'Sales &amp; <b>costs</b>';

function built(): ReturnType<TextBuilder['finish']> {
  const builder = new TextBuilder(SOURCE);
  builder.add(0, 6);
  builder.addDecoded('&', 6, 11);
  builder.part('\n');
  builder.add(15, 20);
  return builder.finish();
}

describe('TextMap', () => {
  it('tells where each range of the text stands, a reference as a whole', () => {
    const { text, map } = built();
    expect(text).toBe('Sales &\ncosts');
    expect(map.spansOf(0, 5)).toEqual([[0, 5]]);
    expect(map.spansOf(4, 8)).toEqual([[4, 11]]);
    expect(map.spansOf(7, 8)).toEqual([]);
    expect(map.spansOf(6, 10)).toEqual([
      [6, 11],
      [15, 17],
    ]);
    expect(map.heldText(text, 5, 10)).toBe(' &co');
    expect([map.sourceAt(2), map.sourceAt(6), map.sourceAt(7), map.sourceAt(10)]).toEqual([2, 6, 15, 17]);
  });

  it('goes with its text into another order', () => {
    const { text, map } = built();
    const parts = [
      { from: 8, to: 13 },
      { from: 5, to: 8 },
      { from: 0, to: 5 },
    ];
    const moved = parts.map(({ from, to }) => text.slice(from, to)).join('');
    const movedMap = map.reordered(parts);
    expect(moved).toBe('costs &\nSales');
    expect(movedMap.spansOf(0, 5)).toEqual([[15, 20]]);
    expect(movedMap.spansOf(5, 7)).toEqual([[5, 11]]);
    expect(movedMap.spansOf(8, 13)).toEqual([[0, 5]]);
  });

  it('maps no sign that parts, though the source has the same sign there', () => {
    const builder = new TextBuilder('Sales\ncosts\n  tax');
    builder.add(0, 5);
    builder.part('\n');
    builder.add(6, 11);
    builder.part('\n');
    builder.part('\t');
    builder.add(11, 17);
    const { text, map } = builder.finish();
    expect(text).toBe('Sales\ncosts\n\t\n  tax');
    expect(map.spansOf(0, 12)).toEqual([
      [0, 5],
      [6, 11],
    ]);
    expect(map.spansOf(13, 19)).toEqual([[11, 17]]);
    expect(map.heldText(text, 0, text.length)).toBe('Salescosts\n  tax');
  });

  it('leads through a draft into the source', () => {
    const draft = built();
    const outer = new TextBuilder(draft.text);
    outer.add(8, 13);
    outer.part('\n');
    outer.add(4, 8);
    const { text, map } = outer.finish();
    const page = new TextBuilder(SOURCE);
    page.add(0, 2);
    page.append(text, map, draft.map);
    const whole = page.finish();
    expect(whole.text).toBe('Sacosts\ns &\n');
    expect(whole.map.spansOf(2, 7)).toEqual([[15, 20]]);
    expect(whole.map.spansOf(8, 12)).toEqual([[4, 11]]);
  });
});
