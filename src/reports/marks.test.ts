import { describe, expect, it } from 'vitest';
import type { CheckedFigure, FigureStatus, Tick, TickLetter } from '../checks/check.js';
import type { Figure } from '../filing/index.js';
import { markOf, shortMarkOf } from './marks.js';

function figure(status: FigureStatus, ...letters: readonly TickLetter[]): CheckedFigure {
  const ticks = letters.map((letter): Tick => {
    const support = letter === 'IC' ? 'agreement' : 'recomputed';
    return { check: 'footing', letter, support, grade: 'exact', formula: '', inputs: [], recomputed: '1' };
  });
  return { figure: { id: 'f1' } as Figure, status, ticks };
}

describe('the mark of a figure', () => {
  it.each<[string, string, CheckedFigure]>([
    ['✓F', '✓F', figure('ticked', 'F', 'F', 'IC')],
    ['✓F,TS', '✓TS,F', figure('ticked', 'F', 'TS', 'IC')],
    ['✓RC,CF,F,TS', '✓TS+', figure('ticked', 'RC', 'CF', 'F', 'TS')],
    ['✓IC', '✓IC', figure('ticked', 'IC')],
    ['=IC', '=IC', figure('agrees', 'IC')],
    ['✗', '✗', figure('differs', 'F', 'TS')],
    ['', '', figure('unsupported')],
  ])('is %s, and %s between two columns', (mark, short, checked) => {
    expect([markOf(checked), shortMarkOf(checked)]).toEqual([mark, short]);
  });
});
