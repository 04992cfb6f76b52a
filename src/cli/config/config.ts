import type { CheckSettings } from '../../checks/settings.js';

/** What the configuration file sets: plain data, so that it can be sent to a thread. */
export interface Config {
  /** Its path, as shown to the user. */
  readonly path: string;
  /** Its folder: patterns of overrides are relative to it. */
  readonly folder: string;
  readonly checks: CheckSettings;
  /** For files that match one of the patterns; the later of two wins. */
  readonly overrides: readonly { readonly files: readonly string[]; readonly checks: CheckSettings }[];
  /** Printed on registers and risk results, "Privileged and confidential"; null for none. */
  readonly legend: string | null;
}

/** The file that is looked for in the working folder and those above it. */
export const CONFIG_NAME = 'tickmark.config.yaml';
