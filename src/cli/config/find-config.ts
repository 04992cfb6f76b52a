import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../../value/index.js';
import type { CommandIo } from '../command.js';
import { loadSource } from '../load-source.js';
import { CONFIG_NAME, type Config } from './config.js';

/** A configuration is a page or two; more is another file. */
const MOST_BYTES = 1024 * 1024;

/** Options of commands that read a configuration. */
export interface ConfigOptions {
  /** A path; false for --no-config; true or absent for the file that is found. */
  readonly config?: string | boolean;
}

/** Adds `--config` and `--no-config`. */
export function addConfigOptions(command: Command): Command {
  return command
    .option('--config <path>', `configuration to use instead of the nearest ${CONFIG_NAME}`)
    .option('--no-config', 'use no configuration');
}

/**
 * The configuration that is named, else the nearest one in the working folder or above it, else null. Throws
 * `InputError` where it cannot be read or says what cannot be.
 */
export async function findConfig({ config }: ConfigOptions, io: CommandIo): Promise<Config | null> {
  if (config === false) return null;
  const path = typeof config === 'string' ? config : nearestConfig(io.cwd);
  if (path === null) return null;
  if (path === '-') throw new InputError('bad-option', 'Cannot read the configuration from "-": name a file');
  const bytes = await loadSource(path, io, MOST_BYTES);
  const { readConfig } = await import('./read-config.js');
  return readConfig(new TextDecoder().decode(bytes), path, io.cwd);
}

function nearestConfig(cwd: string): string | null {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, CONFIG_NAME);
    if (existsSync(path)) return folder === cwd ? CONFIG_NAME : path;
    if (folder === dirname(folder)) return null;
  }
}
