import type { CheckedFigure, CheckResult } from '../../checks/check.js';
import { SourceLines } from '../../filing/index.js';

const ID = /^f\d+$/;
const KEY = /^[0-9a-f]{12}$/;
const PLACE = /^(\d+):(\d+)$/;

/**
 * The figures that a user means: by id ("f123"), by key, by line and column of the source ("120:33"), or by what is
 * printed ("25,382"), where several may be meant. Empty where there is none.
 */
export function findFigures({ figures, filing }: CheckResult, wanted: string): readonly CheckedFigure[] {
  const byId = ID.test(wanted) ? figures.filter(({ figure }) => figure.id === wanted) : [];
  if (byId.length > 0) return byId;
  const byKey = KEY.test(wanted) ? figures.filter(({ figure }) => figure.key === wanted) : [];
  if (byKey.length > 0) return byKey;
  const [, line, column] = PLACE.exec(wanted) ?? [];
  if (line !== undefined && column !== undefined) {
    const start = new SourceLines(filing.source.text).starts[Number(line) - 1];
    const offset = (start ?? Number.POSITIVE_INFINITY) + Number(column) - 1;
    return figures.filter(({ figure }) => figure.start <= offset && offset < figure.end);
  }
  const text = bare(wanted);
  return text === '' ? [] : figures.filter(({ figure }) => bare(figure.text) === text);
}

/** As printed, without currency signs, brackets and spaces, which a user may leave out. */
function bare(text: string): string {
  return text.replace(/[\s()$¥€£]/g, '').toLowerCase();
}
