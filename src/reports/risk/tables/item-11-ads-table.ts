import { PERCENT, PLAIN, printNumber } from '../../../risk/index.js';
import type { Item11 } from '../../../risk/item-11/item-11-data.js';
import { levelText, NOTHING } from './item-11-words.js';
import { columns, type ReportTable } from './report-table.js';

/** The dollars of an ADS and of its dividend: after 10% more or less of the exchange rate and of the share price, and at the latest rate. */
export function adsTable({ ads, adsNotes }: Pick<Item11, 'ads' | 'adsNotes'>): ReportTable {
  return {
    title: 'What a holder has for each ADS (U.S. dollars)',
    columns: columns(
      'Of an ADS',
      'Market rate or price',
      'Change',
      '>Rate or price after',
      '>Before',
      '>After',
      '>In percent',
    ),
    rows: ads.map(({ what, factor, shock, levelAfter, before, after }) => [
      what === 'value of an ADS' ? 'Value' : 'Dividend',
      factor,
      shock,
      levelText(levelAfter, false),
      printNumber(before, PLAIN),
      printNumber(after, PLAIN),
      before === 0 ? NOTHING : printNumber(after / before - 1, PERCENT, 3),
    ]),
    notes: [...adsNotes],
  };
}
