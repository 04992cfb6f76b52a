import type { DistributionSpec } from '../../distributions/distribution-spec.js';

/** A line of the income statement moves by a distribution. */
export interface DriverSpec {
  readonly kind: 'driver';
  readonly moves: readonly DrivenLine[];
  /** The relative change of the year: −0.08 is 8% lower. */
  readonly change: DistributionSpec;
}

export interface DrivenLine {
  /** Id of a line of the base. */
  readonly line: string;
  /**
   * What of the line moves. `amount`: the line alone. `price`: the line, its volume by the line's elasticity, and the
   * costs that follow the volume. `volume`: the line and the costs that follow it. A cost that moves is passed on to
   * customers as the base says.
   */
  readonly through: 'amount' | 'price' | 'volume';
  /** The line moves by `loading` times the change; 1 where not said. */
  readonly loading: number;
}
