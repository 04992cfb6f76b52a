/** The first of 256 signs, each a cell of 2 by 4 dots. */
const EMPTY_CELL = 0x2800;
/** The bit of each dot: left and right column, downward. Source: The Unicode Standard, block Braille Patterns. */
const BITS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

/** Dots on a terminal: two across and four down in each of its cells. */
export class BrailleGrid {
  readonly columns: number;
  readonly rows: number;
  private readonly cells: Uint8Array;

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
    this.cells = new Uint8Array(columns * rows);
  }

  /** Sets a dot; outside the grid it sets none. */
  dot(x: number, y: number): void {
    const [column, row] = [x >> 1, y >> 2];
    if (column < 0 || column >= this.columns || row < 0 || row >= this.rows) return;
    const index = row * this.columns + column;
    this.cells[index] = (this.cells[index] ?? 0) | (BITS[x & 1]?.[y & 3] ?? 0);
  }

  /**
   * Sets the dots of a straight line, whole coordinates.
   * Source: J. E. Bresenham, "Algorithm for computer control of a digital plotter", IBM Systems Journal 4(1), 1965.
   */
  line(fromX: number, fromY: number, toX: number, toY: number): void {
    const [across, down] = [Math.abs(toX - fromX), -Math.abs(toY - fromY)];
    const [stepX, stepY] = [fromX < toX ? 1 : -1, fromY < toY ? 1 : -1];
    let [x, y, error] = [fromX, fromY, across + down];
    this.dot(x, y);
    while (x !== toX || y !== toY) {
      const twice = 2 * error;
      if (twice >= down) {
        error += down;
        x += stepX;
      }
      if (twice <= across) {
        error += across;
        y += stepY;
      }
      this.dot(x, y);
    }
  }

  /** The sign of a cell, or null where it has no dot. */
  sign(column: number, row: number): string | null {
    const dots = this.cells[row * this.columns + column] ?? 0;
    return dots === 0 ? null : String.fromCharCode(EMPTY_CELL + dots);
  }
}
