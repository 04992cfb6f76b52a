import type { HeldRates, RateSource } from '../rates/index.js';
import type { CommandIo } from './command.js';

/** The rates that a command works with: those of the package and those in the user's data directory. */
export async function heldRatesOf(io: Pick<CommandIo, 'env'>): Promise<HeldRates> {
  const { heldRates, ratesDirectory } = await import('../rates/index.js');
  return heldRates(ratesDirectory(io.env));
}

/** The source of that name, the noon buying rates for none. Throws `InputError` ('bad-option') and says what there is. */
export async function rateSourceOf(
  io: Pick<CommandIo, 'env'>,
  name: string | undefined,
): Promise<RateSource> {
  const { noon, others } = await heldRatesOf(io);
  if (name === undefined) return noon;
  const wanted = name.trim().toLowerCase();
  if (wanted === noon.name.toLowerCase()) return noon;
  const found = others.find(({ names }) => names.some((each) => each.toLowerCase() === wanted));
  if (found !== undefined) return found;
  const { InputError } = await import('../value/index.js');
  const known = [noon, ...others].map((source) => source.name).join(', ');
  throw new InputError(
    'bad-option',
    `Unexpected --source "${name.slice(0, 60)}", expected one of ${known}; "tickmark rates import FILE" adds another`,
  );
}
