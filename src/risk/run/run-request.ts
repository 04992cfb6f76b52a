import type { PriorItem11 } from '../item-11/prior-item-11.js';
import type { OtherMarkets } from '../models/market/other-markets.js';
import type { Register } from '../register/register.js';
import type { Shock } from '../register/resolve/shocks.js';
import type { ResolvedRegister } from '../resolved-register.js';
import type { SimulateOptions } from '../simulation/simulate.js';

/** What a run of a register is asked for. */
export interface RunRequest {
  readonly register: Register;
  readonly sha256: string;
  readonly legend: string | null;
  /** The register in numbers, with these shocks made. Throws `InputError`. */
  readonly resolve: (shocks: readonly Shock[]) => ResolvedRegister;
  readonly trials: number;
  readonly seed: number | bigint;
  readonly untilError: number | null;
  readonly quantiles: 'sketch' | 'exact';
  /** Confidence of contributions, tornado and comparisons. */
  readonly level: number;
  /** Runs the register under this scenario of its own, or with this control; null: as it stands. */
  readonly under: string | null;
  /** What is compared with the run: ids of scenarios and controls; `all` of them. */
  readonly compare: readonly string[] | 'all';
  /** Whether each input is moved, one after the other. */
  readonly moveInputs: boolean;
  /** Last year's Item 11, to stand beside. */
  readonly prior: PriorItem11 | null;
  /** Where Item 11's earlier quarter-ends and latest exchange rate come from; absent: what needs them is left out. */
  readonly markets?: OtherMarkets | undefined;
  readonly workers: SimulateOptions['workers'];
  /** What is being simulated, of how many runs, and how much of it is done. */
  readonly onProgress: (progress: RunProgress) => void;
  readonly signal: AbortSignal | null;
}

export interface RunProgress {
  /** "the register", "scenario earthquake", "input 3 of 10". */
  readonly what: string;
  readonly trials: number;
  readonly of: number;
  readonly error: number | null;
}
