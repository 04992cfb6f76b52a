import type { CheckedFigure, Finding } from '../../checks/check.js';
import { type Place, PlaceOffsets } from '../../filing/index.js';

/** A run of a text: bare, a marked figure, or a stretch that findings speak of. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string; readonly checked: CheckedFigure }
  | { readonly kind: 'spot'; readonly findings: readonly Finding[]; readonly parts: readonly Segment[] };

interface Located<T> {
  readonly start: number;
  readonly end: number;
  readonly item: T;
}

/**
 * Cuts the text of a block or cell at its figures and at the places of findings. Both come in the order of the
 * document; joined again, the segments are the text, character for character.
 */
export function annotate(
  place: Place,
  figures: readonly CheckedFigure[],
  findings: readonly Finding[],
  source: string,
): Segment[] {
  if (figures.length === 0 && findings.length === 0) return [{ kind: 'text', text: place.text }];
  const offsets = new PlaceOffsets(source, place);
  const offsetOf = (offset: number): number => offsets.toText(offset);
  const located = locateFigures(place.text, figures, offsetOf);
  const spots = locateSpots(place.text, findings, located, offsetOf);
  return segmentsOf(place.text, located, spots);
}

/** A figure that is split over cells has space between its parts in the text of the cell, and none in its own. */
function locateFigures(
  text: string,
  figures: readonly CheckedFigure[],
  offsetOf: (offset: number) => number,
): Located<CheckedFigure>[] {
  const located: Located<CheckedFigure>[] = [];
  let from = 0;
  for (const item of figures) {
    const { where, start: first, end: after, text: printed } = item.figure;
    const start = Math.max(from, 'at' in where ? where.at : offsetOf(first));
    const isWhole = text.startsWith(printed, start);
    const end = isWhole ? start + printed.length : Math.min(text.length, offsetOf(after - 1) + 1);
    if (printed === '' || end <= start) continue;
    from = end;
    located.push({ start, end, item });
  }
  return located;
}

/** The stretches of findings: joined where they overlap, widened so that none cuts a figure in two. */
function locateSpots(
  text: string,
  findings: readonly Finding[],
  figures: readonly Located<CheckedFigure>[],
  offsetOf: (offset: number) => number,
): Located<readonly Finding[]>[] {
  const spots: { start: number; end: number; item: Finding[] }[] = [];
  let index = 0;
  for (const finding of findings) {
    let start = offsetOf(finding.start);
    let end = Math.max(start, Math.min(text.length, offsetOf(finding.end)));
    while (index < figures.length && (figures[index]?.end ?? 0) <= start) index += 1;
    for (let next = index; next < figures.length; next += 1) {
      const figure = figures[next];
      if (figure === undefined || figure.start >= end) break;
      start = Math.min(start, figure.start);
      end = Math.max(end, figure.end);
    }
    const last = spots.at(-1);
    if (last !== undefined && start < last.end) {
      last.end = Math.max(end, last.end);
      last.item.push(finding);
    } else {
      spots.push({ start, end, item: [finding] });
    }
  }
  return spots;
}

function segmentsOf(
  text: string,
  figures: readonly Located<CheckedFigure>[],
  spots: readonly Located<readonly Finding[]>[],
): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let index = 0;
  const figuresBefore = (end: number): readonly Located<CheckedFigure>[] => {
    const first = index;
    while (index < figures.length && (figures[index]?.start ?? 0) < end) index += 1;
    return figures.slice(first, index);
  };
  for (const spot of spots) {
    segments.push(...plainSegments(text, from, spot.start, figuresBefore(spot.start)));
    const parts = plainSegments(text, spot.start, spot.end, figuresBefore(spot.end));
    segments.push({ kind: 'spot', findings: spot.item, parts });
    from = spot.end;
  }
  segments.push(...plainSegments(text, from, text.length, figuresBefore(text.length)));
  return segments;
}

function plainSegments(
  text: string,
  start: number,
  end: number,
  figures: readonly Located<CheckedFigure>[],
): Segment[] {
  const segments: Segment[] = [];
  let from = start;
  for (const figure of figures) {
    if (figure.start > from) segments.push({ kind: 'text', text: text.slice(from, figure.start) });
    segments.push({ kind: 'figure', text: text.slice(figure.start, figure.end), checked: figure.item });
    from = figure.end;
  }
  if (end > from) segments.push({ kind: 'text', text: text.slice(from, end) });
  return segments;
}
