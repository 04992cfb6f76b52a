import { pairedDifference } from './paired-difference.js';
import type { InputBar, InputMove, InputTornado } from './risk-run.js';

/** An input that is moved down and up: what is done in words, and the shock that does it. */
export interface MovedInput<Shock> {
  readonly input: string;
  readonly low: { readonly text: string; readonly shock: Shock };
  readonly high: { readonly text: string; readonly shock: Shock };
}

/** Changes of the measure in the trials of a run with a shock: the same trials, with the same random numbers, every time. */
export type Evaluate<Shock> = (shock: Shock | null) => Promise<Float64Array> | Float64Array;

/**
 * How the mean and the value at risk of a measure move with each input, one at a time. Runs one after the other; an
 * input that no model uses moves nothing, and says so by a 0 with a 0 error.
 */
export async function inputTornado<Shock>(
  inputs: readonly MovedInput<Shock>[],
  evaluate: Evaluate<Shock>,
  of: Pick<InputTornado, 'measure' | 'unit' | 'level'>,
): Promise<InputTornado> {
  const before = await evaluate(null);
  const bars: InputBar[] = [];
  for (const { input, low, high } of inputs) {
    bars.push({
      input,
      low: moveOf(low.text, before, await evaluate(low.shock), of.level),
      high: moveOf(high.text, before, await evaluate(high.shock), of.level),
    });
  }
  return { ...of, bars: bars.sort((a, b) => reachOf(b) - reachOf(a) || (a.input < b.input ? -1 : 1)) };
}

function moveOf(text: string, before: Float64Array, after: Float64Array, level: number): InputMove {
  const { mean, valueAtRisk } = pairedDifference(before, after, level);
  return { text, mean, valueAtRisk };
}

function reachOf({ low, high }: InputBar): number {
  return Math.max(Math.abs(low.mean.value ?? 0), Math.abs(high.mean.value ?? 0));
}
