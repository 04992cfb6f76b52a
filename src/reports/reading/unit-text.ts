import type { Table } from '../../filing/index.js';

const SCALES: Readonly<Record<number, string>> = {
  2: 'in hundreds',
  3: 'in thousands',
  4: 'in ten thousands',
  6: 'in millions',
  8: 'in hundreds of millions',
  9: 'in billions',
  12: 'in trillions',
};

/** "JPY, in millions"; "" for a table that states neither. */
export function unitAndScale({ unit, scale }: Pick<Table, 'unit' | 'scale'>): string {
  const words = scale === 0 ? '' : (SCALES[scale] ?? `in units of 10^${scale}`);
  return [unit ?? '', words].filter(Boolean).join(', ');
}
