import { describe, expect, it } from 'vitest';
import type { CheckedFigure, Finding } from '../../checks/index.js';
import type { Place } from '../../filing/index.js';
import { annotate, type Segment } from './annotate.js';

/** A place whose text is its spans of `source`, joined. */
function placeOf(source: string, ...spans: [number, number][]): Place {
  const text = spans.map(([start, end]) => source.slice(start, end)).join('');
  return { text, spans, start: spans[0]?.[0] ?? 0, end: spans.at(-1)?.[1] ?? 0 };
}

function figure(text: string, start: number): CheckedFigure {
  return {
    figure: { id: `f${start}`, text, start, end: start + text.length, where: { table: 't1' } },
  } as CheckedFigure;
}

function finding(start: number, end: number): Finding {
  return { id: `x${start}`, start, end } as Finding;
}

/** Segments in short: figures in square brackets, spots in braces with the number of their findings. */
function shown(segments: readonly Segment[]): string {
  return segments
    .map((segment) => {
      if (segment.kind === 'text') return segment.text;
      if (segment.kind === 'figure') return `[${segment.text}]`;
      return `{${segment.findings.length}:${shown(segment.parts)}}`;
    })
    .join('');
}

describe('annotate', () => {
  const source = 'It was 112.60 on May 3 and 100.65 on July 8.';
  const place = placeOf(source, [0, source.length]);

  it('cuts out figures and findings', () => {
    const figures = [figure('112.60', 7), figure('100.65', 27)];
    expect(shown(annotate(place, figures, [], source))).toBe(
      'It was [112.60] on May 3 and [100.65] on July 8.',
    );
    expect(shown(annotate(place, figures, [finding(17, 22)], source))).toBe(
      'It was [112.60] on {1:May 3} and [100.65] on July 8.',
    );
    expect(shown(annotate(place, figures, [finding(0, 22), finding(17, 30)], source))).toBe(
      '{2:It was [112.60] on May 3 and [100.65]} on July 8.',
    );
  });

  it('follows a text over a page break and past a stray escape', () => {
    const broken = 'We owe \\$5 million\n\n12\n\nand own 300 shares.';
    const joined = placeOf(broken, [0, 7], [8, 19], [broken.indexOf('and own'), broken.length]);
    const figures = [figure('$5 million', 8), figure('300', broken.indexOf('300'))];
    expect(shown(annotate(joined, figures, [], broken))).toBe('We owe [$5 million]\nand own [300] shares.');
  });

  it('finds figures behind decoded character references', () => {
    const encoded = 'R&amp;D cost 117 and 117 yen';
    const decoded = { ...placeOf(encoded, [0, encoded.length]), text: 'R&D cost 117 and 117 yen' };
    const figures = [figure('117', 13), figure('117', 21)];
    expect(shown(annotate(decoded, figures, [], encoded))).toBe('R&D cost [117] and [117] yen');
  });

  it('stays linear in the figures of one paragraph', () => {
    const many = '12.5 '.repeat(40_000);
    const figures = Array.from({ length: 40_000 }, (_, index) => figure('12.5', index * 5));
    const findings = figures.map(({ figure: { start } }) => finding(start, start + 6));
    const segments = annotate(placeOf(many, [0, many.length]), figures, findings, many);
    expect(shown(segments).replace(/[[\]{}]|\d+:/g, '')).toBe(many);
  });
});
