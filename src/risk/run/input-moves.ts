import { InputError } from '../../value/index.js';
import { inputsOf } from '../register/inputs.js';
import type { Register } from '../register/register.js';
import type { Shock } from '../register/resolve/shocks.js';
import { inputTornado, type MovedInput } from '../results/input-tornado.js';
import type { InputTornado } from '../results/risk-run.js';
import { mainMeasure } from '../simulation/until-error.js';
import type { Measure } from '../waterfall/measure.js';
import { inputRows } from './input-rows.js';
import type { RunRequest } from './run-request.js';
import { simulated } from './simulated.js';

/** How far each input is moved, as a share of itself. */
const SHARE = 0.1;
/** The differences are paired, so that few trials tell them. */
const TRIALS = 16_384;

export interface InputMoves {
  readonly tornado: InputTornado | null;
  /** Inputs that cannot be moved so far, and why: a probability of 95%. */
  readonly notes: readonly string[];
}

/** Each input that the register uses, a tenth lower and a tenth higher, with the same random numbers: which guess matters. */
export async function inputMoves(
  register: Register,
  units: ReadonlyMap<Measure, string>,
  request: RunRequest,
): Promise<InputMoves> {
  const measure = mainMeasure([...units.keys()]);
  const notes: string[] = [];
  const used = new Set(
    inputRows(register.content).flatMap(({ name, usedBy }) => (usedBy.length > 0 ? [name] : [])),
  );
  const inputs = inputsOf(register).filter(({ name }) => used.has(name));
  const movable = inputs.flatMap(({ name, path }): MovedInput<Shock>[] => {
    const [low, high] = [shockTo(path, 1 - SHARE), shockTo(path, 1 + SHARE)];
    const problem = problemOf(request, low) ?? problemOf(request, high);
    if (problem === null) {
      return [{ input: name, low: { text: '−10%', shock: low }, high: { text: '+10%', shock: high } }];
    }
    notes.push(`The input ${name} cannot be moved by 10% both ways: ${problem}`);
    return [];
  });
  if (measure === null || movable.length === 0) return { tornado: null, notes };
  const few: RunRequest = { ...request, trials: Math.min(request.trials, TRIALS), untilError: null };
  let runs = 0;
  const evaluate = async (shock: Shock | null): Promise<Float64Array> => {
    const what = `inputs, run ${++runs} of ${2 * movable.length + 1}`;
    const { detail } = await simulated(request.resolve(shock === null ? [] : [shock]), few, what);
    const values = detail.changes.find((each) => each.measure === measure)?.values ?? null;
    return values ?? new Float64Array(detail.trials);
  };
  const of = { measure, unit: units.get(measure) ?? '', level: request.level };
  return { tornado: await inputTornado(movable, evaluate, of), notes };
}

function shockTo(path: string, times: number): Shock {
  return { change: path, times };
}

function problemOf({ resolve }: RunRequest, shock: Shock): string | null {
  try {
    resolve([shock]);
    return null;
  } catch (cause) {
    if (cause instanceof InputError) return cause.message;
    throw cause;
  }
}
