import { formatDay } from '../../../value/index.js';
import type { AmountInBoth, TranslatedAmount } from '../convenience-translation.js';
import type { RateMovement } from '../rate-movement.js';
import type { TranslatedLine } from '../translated-table.js';
import type { TranslationRate } from '../translation-rate.js';
import { isTable, type Translation } from './grid.js';

/** Everything that is needed to form each amount again. Figures are text, exact; days are ISO 8601. */
export function jsonTranslation(translation: Translation): string {
  return `${JSON.stringify(translationRecord(translation), null, 2)}\n`;
}

function translationRecord(translation: Translation) {
  const { rate, movement, wording, notes } = translation;
  return {
    from: rate.from,
    to: rate.to,
    rate: rateRecord(rate),
    latest: movement === null ? null : movementRecord(movement),
    ...(isTable(translation)
      ? { table: tableRecord(translation) }
      : { amounts: translation.amounts.map(amountRecord) }),
    wording,
    notes,
  };
}

function rateRecord({ unit, value, asked, day, rateName, source, isOfficial }: TranslationRate) {
  return {
    unit,
    value: value.toString(),
    asked: formatDay(asked),
    date: formatDay(day),
    name: rateName,
    source,
    official: isOfficial,
  };
}

function movementRecord({ latest, percent, material, isMaterial }: RateMovement) {
  return {
    rate: rateRecord(latest),
    percent: percent.toString(),
    material: material.toString(),
    exceeded: isMaterial,
  };
}

function amountRecord({ base, translated, atLatest }: AmountInBoth) {
  return {
    text: base.text,
    value: base.value.toString(),
    per: base.per,
    translated: translatedRecord(translated),
    latest: translatedRecord(atLatest),
  };
}

function tableRecord(translation: Extract<Translation, { table: unknown }>) {
  const { table, power, lines } = translation;
  return {
    title: table.title,
    columns: table.columns,
    column: table.columns[table.column] ?? '',
    periodEnd: table.periodEnd === null ? null : formatDay(table.periodEnd),
    /** Powers of ten of the amounts as printed. */
    power: table.power,
    translatedPower: power,
    lines: lines.map(lineRecord),
  };
}

function lineRecord({ label, level, cells, base, translated, atLatest }: TranslatedLine) {
  const isAmount = base.kind === 'amount' || base.kind === 'per-share';
  return {
    label,
    level,
    cells,
    kind: base.kind,
    value: isAmount ? base.value.toString() : null,
    translated: translatedRecord(translated),
    latest: translatedRecord(atLatest),
  };
}

/** `text` as printed, `value` in whole units, `exact` a fraction before it was rounded. */
function translatedRecord(amount: TranslatedAmount | null) {
  if (amount === null) return null;
  const { text, value, exact, formula, style } = amount;
  return {
    text,
    value: value.toString(),
    formula,
    exact: exact.toString(),
    power: style.power,
    decimals: style.decimals,
  };
}
