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
  const held = await heldRatesOf(io);
  const found = namedSource(held, name);
  if (found !== undefined) return found;
  const { InputError } = await import('../value/index.js');
  const known = [held.noon, ...held.others].map((source) => source.name).join(', ');
  throw new InputError(
    'bad-option',
    `Unexpected --source "${name?.slice(0, 60)}", expected one of ${known}; "tickmark rates import FILE" adds another`,
  );
}

/** The source of that name in any capitals, the noon buying rates for none; undefined where no source is called so. */
export function namedSource({ noon, others }: HeldRates, name: string | undefined): RateSource | undefined {
  const wanted = name?.trim().toLowerCase();
  if (wanted === undefined || wanted === noon.name.toLowerCase()) return noon;
  return others.find(({ names }) => names.some((each) => each.toLowerCase() === wanted));
}
