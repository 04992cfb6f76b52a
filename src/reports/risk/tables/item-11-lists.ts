import type { Item11 } from '../../../risk/item-11/item-11-data.js';
import type { ReportList } from './report-table.js';

const SENSITIVITY =
  'Sensitivity: a hypothetical change of one rate or price, all else as it is; losses are negative. Income is that of a whole year in which the change holds, before tax.';

const NOTHING_HELD =
  'The register has no risk of kind "market", no security at fair value and no ADS: nothing in it moves with market rates or prices.';

/** What stands below the tables: how they were measured, what is not in them, and what only a preparer can write. */
export function item11Lists(item: Item11): ReportList[] {
  const { sensitivity, treatments, limits, reminders } = item;
  const isEmpty = item.tabular.length + sensitivity.length + item.valueAtRisk.length + item.ads.length === 0;
  const lists = [
    { title: 'Nothing to disclose here', items: isEmpty ? [NOTHING_HELD] : [] },
    {
      title: 'How this was measured',
      items: [...(sensitivity.length === 0 ? [] : [SENSITIVITY]), ...treatments],
    },
    { title: 'What is left out, and what is assumed', items: limits },
    { title: 'Still to write: reasons for material changes from last year', items: reminders },
  ];
  return lists.filter(({ items }) => items.length > 0);
}
