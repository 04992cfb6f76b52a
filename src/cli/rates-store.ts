import { InputError } from '../value/index.js';
import type { CommandIo } from './command.js';

/** The folder of a user's rates. Throws `InputError` ('bad-option') where the environment names none. */
export async function requireRatesDirectory(io: Pick<CommandIo, 'env'>): Promise<string> {
  const { ratesDirectory } = await import('../rates/index.js');
  const directory = ratesDirectory(io.env);
  if (directory !== null) return directory;
  throw new InputError(
    'bad-option',
    'Cannot tell where to keep rates: the environment names no home; set XDG_DATA_HOME to a folder of yours',
  );
}

export function clockOf(io: Pick<CommandIo, 'now'>): () => Date {
  return io.now ?? (() => new Date());
}

/** "JPY,EUR" as codes; all where absent. Throws `InputError` ('bad-option'). */
export function currencyList(text: string | undefined): string[] | undefined {
  const codes = text?.split(',').map((code) => code.trim().toUpperCase());
  const wrong = codes?.find((code) => !/^[A-Z]{3}$/.test(code));
  if (wrong === undefined) return codes;
  throw new InputError(
    'bad-option',
    `Unexpected --currency "${wrong.slice(0, 20)}", expected codes such as JPY,EUR`,
  );
}
