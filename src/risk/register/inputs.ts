import { convert } from './quantity/convert.js';
import { type MeasuredUnit, measure, OPEN } from './quantity/measured.js';
import type { Register } from './register.js';
import type { Source } from './schema/common.js';

/** A named number of a register, as tornadoes vary it. */
export interface RegisterInput {
  readonly name: string;
  /** For a shock: `inputs.east-failures`. */
  readonly path: string;
  /** In base units: units of the currency, a fraction, times a year, years. */
  readonly value: number;
  /** What the value is in: `JPY`, `fraction`, `a year` (a frequency), `years`, or `number`. */
  readonly unit: string;
  /** As written: "JPY 6.4 billion". */
  readonly text: string;
  readonly source: Source | null;
}

/** All inputs in the order of the file, without those that are still open. */
export function inputsOf({ content }: Register): RegisterInput[] {
  return Object.entries(content.inputs ?? {}).flatMap(
    ([
      name,
      {
        value: { text },
        source,
      },
    ]) => {
      const measured = measure(text);
      const converted = convert(text, { dimension: 'any' }, { currency: content.currency, unit: null });
      if (measured === null || measured.unit === OPEN || 'problem' in converted) return [];
      return [
        {
          name,
          path: `inputs.${name}`,
          value: converted.value,
          unit: unitText(measured.unit, measured.currency),
          text,
          source: source ?? null,
        },
      ];
    },
  );
}

function unitText(unit: MeasuredUnit, currency: string | null): string {
  switch (unit) {
    case 'money':
      return currency ?? '';
    case 'money-a-year':
      return `${currency} a year`;
    case 'exchange-rate':
      return `${currency}/USD`;
    case 'percent':
      return 'fraction';
    case 'frequency':
      return 'a year';
    case 'duration':
      return 'years';
    default:
      return 'number';
  }
}
