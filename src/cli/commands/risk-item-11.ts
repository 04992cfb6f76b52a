import type { PriorItem11 } from '../../risk/index.js';
import type { CommandDefinition, CommandIo, ExitStatus } from '../command.js';
import { formatOption } from '../format-option.js';
import { heldRatesOf } from '../held-rates.js';
import { loadSource } from '../load-source.js';
import { checkOutputPath, writeOutput } from '../output.js';

const FORMATS = ['terminal', 'json', 'markdown', 'csv'] as const;
/** Last year's tables, and a quarter's, are the JSON of this command. */
const MOST_PRIOR_BYTES = 64 * 1024 * 1024;

interface RiskItem11Options {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly prior?: string;
  readonly during?: readonly string[];
}

/** `tickmark risk item-11`: the tables of market risk that Item 11 (Form 20-F) or Item 7A (Form 10-K) asks for. */
export const command: CommandDefinition = {
  name: 'risk item-11',
  summary: 'print the tables of market risk that Item 11 (10-K: Item 7A) asks for',
  description: [
    'Item 11 of Form 20-F lets an issuer choose, for each category of market risk, one of three forms: a table of fair values and terms by expected maturity, the sensitivity to a change of market rates and prices, or value at risk. This prints all three for the market positions and securities of a register, trading and other apart, with what an issuer must state beside them.',
    '--prior takes the JSON of last year, so that its amounts stand beside this year’s.',
    'Average, high and low of value at risk over the year are of today’s positions, measured again at each quarter-end; --during takes the JSON that was kept at each instead.',
  ],
  examples: [
    { line: 'tickmark risk item-11 examples/risk/risks.yaml', shows: 'the tables' },
    {
      line: 'tickmark risk item-11 examples/risk/risks.yaml --format json --output item-11-2026.json',
      shows: 'the same to keep for next year',
    },
    {
      line: 'tickmark risk item-11 examples/risk/risks.yaml --format markdown',
      shows: 'the same for a draft',
    },
    {
      line: 'tickmark risk item-11 risks.yaml --prior item-11-2026.json',
      shows: 'this year’s with last year’s beside',
      notRun: 'it needs the tables of two years',
    },
  ],
  define(command) {
    command
      .argument('<register>', 'the register, risks.yaml')
      .addOption(formatOption('form of the tables', FORMATS))
      .option('-o, --output <path>', 'write the tables to a file instead of standard output')
      .option('--prior <path>', 'last year’s tables, as --format json wrote them')
      .option(
        '--during <paths...>',
        'tables of the quarter-ends before (at least three), as --format json wrote them: average, high and low of value at risk are of these',
      );
  },
  run: ([path = ''], options, io) => run(path, options as unknown as RiskItem11Options, io),
};

async function run(path: string, options: RiskItem11Options, io: CommandIo): Promise<ExitStatus> {
  const { prior: last, during: kept = [] } = options;
  checkOutputPath(options.output, [path, ...kept, ...(last === undefined ? [] : [last])], io);
  const [risk, { fileReader, filesOf, loadRegister }, { item11Report }] = await Promise.all([
    import('../../risk/index.js'),
    import('../register/load-register.js'),
    import('../../reports/risk/item-11-report.js'),
  ]);
  const register = risk.requireRegister(await loadRegister(path, io), path);
  checkOutputPath(options.output, filesOf(register), io);
  const rates = (await heldRatesOf(io)).noon;
  const sources = { rates, readFile: fileReader(path, io) };
  const resolved = risk.resolverOf(register, sources)([]);
  const { currency } = resolved.base;
  const prior = options.prior === undefined ? null : await keptItem11(options.prior, currency, io);
  const during = [];
  for (const kept of options.during ?? []) during.push(await keptItem11(kept, currency, io));
  const data = risk.item11(resolved, {
    asOf: register.content['as-of'],
    prior,
    during,
    markets: risk.otherMarkets(register, sources),
  });
  const text = item11Report(data, risk.showUnitOf(register.content), options.format, {
    columns: io.columns,
    color: io.color,
  });
  await writeOutput(text, options.output, io);
  return 0;
}

/** An Item 11 of another day, from its JSON. */
async function keptItem11(path: string, currency: string, io: CommandIo): Promise<PriorItem11> {
  const { priorItem11 } = await import('../../risk/index.js');
  const bytes = await loadSource(path, io, MOST_PRIOR_BYTES);
  return priorItem11(new TextDecoder().decode(bytes), path, currency);
}
