import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkedText, SMALL_ITEM_3 } from '../../test/checked-text.js';
import { jsonReport } from './json.js';
import { checkReportSchema, readingSchema } from './json-schema.js';
import { readingJson } from './reading/json.js';

const result = checkedText(SMALL_ITEM_3);
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
const valid = ajv.compile(checkReportSchema());
const validReading = ajv.compile(readingSchema());

describe('jsonReport', () => {
  it('keeps the contract of its schema', () => {
    valid(JSON.parse(jsonReport([result, checkedText('Nothing to see.\n', '-')])));
    expect(valid.errors).toBeNull();
  });

  it.each([
    ['an unknown field', (file: Json) => Object.assign(file, { extra: 1 })],
    ['a missing field', (file: Json) => delete file.summary],
    ['a number for a value', (file: Json) => Object.assign(file.figures[0], { value: 1 })],
    [
      'an unknown letter',
      (file: Json) => Object.assign(file.figures.find(isTicked).ticks[0], { letter: 'X' }),
    ],
  ])('has a schema that refuses %s', (_, spoil) => {
    const report = JSON.parse(jsonReport([result]));
    spoil(report.files[0]);
    expect(valid(report)).toBe(false);
  });

  it('prints spans with their last day, and instants', () => {
    const [file] = JSON.parse(jsonReport([result])).files;
    const find = (text: string): Json => file.figures.find((figure: Json) => figure.text === text);
    expect(find('125.58').period).toEqual({ start: '2015-04-01', end: '2016-03-31' });
    expect(find('¥100.65').period).toEqual({ instant: '2016-07-08' });
    expect(find('¥100.65')).toMatchObject({
      value: '100.65',
      decimals: 2,
      unit: 'JPY/USD',
      status: 'ticked',
    });
    expect(find('113.10')).toMatchObject({ status: 'differs', where: { table: 't1', row: 3, column: 2 } });
    expect(file.findings).toHaveLength(1);
    expect(file.findings[0]).toMatchObject({
      suspects: [find('113.10').id],
      printed: '113.10',
      expected: '111.30',
    });
  });

  it('writes a figure a line and the same bytes twice', () => {
    const text = jsonReport([result]);
    expect(text).toBe(jsonReport([checkedText(SMALL_ITEM_3)]));
    expect(text.endsWith('}\n')).toBe(true);
    for (const { figure } of result.figures) {
      expect(text.split('\n').filter((line) => line.includes(`{"id":"${figure.id}",`))).toHaveLength(1);
    }
  });

  it('is JSON whatever the text holds', () => {
    const hostile = 'Item 3. Key Information\n\n\ud800 \u2028 </script> "quoted" \\ \u0007 ¥5 billion\n';
    const [file] = JSON.parse(jsonReport([checkedText(hostile, 'a"b\\c.txt')])).files;
    expect(file.path).toBe('a"b\\c.txt');
  });
});

describe('readingJson', () => {
  it('keeps its schema: the same figures, with their role, without ticks and findings', () => {
    const reading = JSON.parse(readingJson([result.filing]));
    validReading(reading);
    expect(validReading.errors).toBeNull();
    expect(reading.files[0].figures).toHaveLength(result.figures.length);
    expect(reading.files[0]).not.toHaveProperty('findings');
    expect(new Set(reading.files[0].figures.map(({ role }: Json) => role))).toEqual(
      new Set(['amount', 'label']),
    );
  });
});

// biome-ignore lint/suspicious/noExplicitAny: parsed JSON whose shape is what the tests are about.
type Json = any;

function isTicked(figure: Json): boolean {
  return figure.status === 'ticked';
}
