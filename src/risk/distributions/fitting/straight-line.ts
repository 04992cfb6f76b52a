/** y = intercept + slope · x. */
export interface Line {
  readonly intercept: number;
  readonly slope: number;
}

/** The line of least squares, through all points where two numbers suffice; either number may be given. */
export function straightLine(
  xs: readonly number[],
  ys: readonly number[],
  given: { readonly intercept?: number | undefined; readonly slope?: number | undefined } = {},
): Line {
  const { intercept, slope } = given;
  if (intercept !== undefined && slope !== undefined) return { intercept, slope };
  const meanX = mean(xs);
  const meanY = mean(ys);
  if (slope !== undefined) return { intercept: meanY - slope * meanX, slope };
  const originX = intercept === undefined ? meanX : 0;
  const originY = intercept === undefined ? meanY : intercept;
  let products = 0;
  let squares = 0;
  for (const [index, x] of xs.entries()) {
    products += (x - originX) * ((ys[index] as number) - originY);
    squares += (x - originX) ** 2;
  }
  const fitted = products / squares;
  return { intercept: intercept ?? meanY - fitted * meanX, slope: fitted };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
