import { crc32, deflateRawSync } from 'node:zlib';

/** A series to be written as a file of official rates; null is a day without a rate. */
export interface WrittenSeries {
  /** Its code in the H.10 release, and at FRED. */
  readonly h10: string;
  readonly fred: string;
  readonly currency: string;
  /** As texts, one for each of the days of the file. */
  readonly rates: readonly (string | null)[];
}

/** How a CSV is laid out, beyond what its format says. */
export interface CsvHabits {
  readonly eol?: string;
  readonly quotes?: boolean;
  readonly mark?: boolean;
  /** Lines at the end. */
  readonly blankLines?: number;
  /** Where the column of dates stands. */
  readonly dateAt?: number;
}

/** FRED: `observation_date` or `DATE`, a column a series. */
export function writtenFred(
  days: readonly string[],
  series: readonly WrittenSeries[],
  habits: CsvHabits & { readonly dateColumn?: string; readonly missing?: string } = {},
): Buffer {
  const { dateColumn = 'observation_date', missing = '' } = habits;
  const header = [dateColumn, ...series.map(({ fred }) => fred)];
  return csv([header, ...tableRows(days, series, missing)], habits);
}

/** The Data Download Program: five header rows, then series in columns. */
export function writtenDdp(
  days: readonly string[],
  series: readonly WrittenSeries[],
  habits: CsvHabits & { readonly header?: Readonly<Record<string, string>> } = {},
): Buffer {
  const rows: readonly (readonly [string, (each: WrittenSeries) => string])[] = [
    ['Series Description', ({ currency }) => `${currency}, a series of ours`],
    ['Unit:', () => 'Currency'],
    ['Multiplier:', () => '1'],
    ['Currency:', ({ currency }) => currency],
    ['Unique Identifier: ', ({ h10 }) => `H10/H10/${h10}`],
  ];
  const above = rows
    .filter(([label]) => habits.header?.[label] !== 'left out')
    .map(([label, of]) => [label, ...series.map((each) => habits.header?.[label] ?? of(each))]);
  const names = ['Time Period', ...series.map(({ h10 }) => h10)];
  return csv([...above, names, ...tableRows(days, series, 'ND')], habits);
}

/** The release: SDMX-ML, a series after the other, -9999 with status ND for no data. */
export function writtenXml(
  days: readonly string[],
  series: readonly WrittenSeries[],
  attributes: Readonly<Record<string, string>> = {},
): Buffer {
  const bodies = series.map(({ h10, currency, rates }) => {
    const of = {
      CURRENCY: currency,
      FREQ: '9',
      FX: currency,
      SERIES_NAME: h10,
      UNIT: 'Currency',
      UNIT_MULT: '1',
    };
    const observations = days.map((day, index) => {
      const rate = rates[index] ?? null;
      const [status, value] = rate === null ? ['ND', '-9999'] : ['A', rate];
      return `<frb:Obs OBS_STATUS="${status}" OBS_VALUE="${value}" TIME_PERIOD="${day}" />`;
    });
    const written = Object.entries({ ...of, ...attributes }).filter(([, value]) => value !== 'left out');
    return `<kf:Series ${written.map(([name, value]) => `${name}="${value}"`).join(' ')}>
<frb:Annotations><common:Annotation><common:AnnotationText>A series of ours</common:AnnotationText></common:Annotation></frb:Annotations>
${observations.join('\n')}
</kf:Series>`;
  });
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<message:MessageGroup xmlns:message="urn:message" xmlns:common="urn:common" xmlns:frb="urn:frb">
<message:Header><message:ID>H10</message:ID></message:Header>
<frb:DataSet id="H10" xmlns:kf="urn:kf">
${bodies.join('\n')}
</frb:DataSet>
</message:MessageGroup>
`);
}

/** What a member of a zip says of itself where that is not the truth, and what lies packed in its place. */
export interface ZipLies {
  readonly flags?: number;
  readonly method?: number;
  readonly unpacked?: number;
  readonly crc?: number;
  readonly packed?: Buffer;
}

interface ZipMember {
  readonly name: string;
  readonly content: Buffer;
  readonly lies?: ZipLies;
}

/** A zip of those members, deflated; as ZIP64, with every length and offset in 64 bits. */
export function writtenZip(members: readonly ZipMember[], form: 'zip' | 'zip64' = 'zip'): Buffer {
  const is64 = form === 'zip64';
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const data = member.lies?.packed ?? deflateRawSync(member.content);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      zipHeader(member, data.length, is64 ? 20 : 0),
      Buffer.from(member.name),
      ...(is64 ? [zip64Field([unpackedOf(member), data.length])] : []),
      data,
    ]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(is64 ? IN_64_BITS : offset, 10);
    directory.push(
      Buffer.from('PK\x01\x02\x14\0', 'latin1'),
      zipHeader(member, data.length, is64 ? 28 : 0),
      tail,
      Buffer.from(member.name),
      ...(is64 ? [zip64Field([unpackedOf(member), data.length, offset])] : []),
    );
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  if (!is64) return Buffer.concat([...parts, entries, zipEnd(members.length, entries.length, offset)]);
  const end64 = zip64End(members.length, entries.length, offset);
  return Buffer.concat([...parts, entries, end64, zipEnd(0xffff, IN_64_BITS, IN_64_BITS)]);
}

function unpackedOf({ content, lies }: ZipMember): number {
  return lies?.unpacked ?? content.length;
}

/** Version, flags, method, time, date, checksum, lengths: alike in both headers but for the field of ZIP64. */
function zipHeader(member: ZipMember, packed: number, fieldLength: number): Buffer {
  const { name, content, lies = {} } = member;
  const is64 = fieldLength > 0;
  const header = Buffer.alloc(26);
  header.writeUInt16LE(is64 ? 45 : 20, 0);
  header.writeUInt16LE(lies.flags ?? 0, 2);
  header.writeUInt16LE(lies.method ?? 8, 4);
  header.writeUInt32LE(lies.crc ?? crc32(content), 10);
  header.writeUInt32LE(is64 ? IN_64_BITS : packed, 14);
  header.writeUInt32LE(is64 ? IN_64_BITS : unpackedOf(member), 18);
  header.writeUInt16LE(Buffer.byteLength(name), 22);
  header.writeUInt16LE(fieldLength, 24);
  return header;
}

function zipEnd(count: number, length: number, start: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(start, 16);
  return end;
}

/** What 32 bits hold where the number stands in 64. */
const IN_64_BITS = 0xffffffff;

function zip64Field(numbers: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + numbers.length * 8);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(numbers.length * 8, 2);
  for (const [index, number] of numbers.entries()) field.writeBigUInt64LE(BigInt(number), 4 + index * 8);
  return field;
}

/** The end record of ZIP64 and, behind it, where that starts. */
function zip64End(count: number, length: number, start: number): Buffer {
  const end = Buffer.alloc(76);
  end.write('PK\x06\x06', 'latin1');
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  for (const [index, number] of [count, count, length, start].entries()) {
    end.writeBigUInt64LE(BigInt(number), 24 + index * 8);
  }
  end.write('PK\x06\x07', 56, 'latin1');
  end.writeBigUInt64LE(BigInt(start + length), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

function tableRows(days: readonly string[], series: readonly WrittenSeries[], missing: string): string[][] {
  return days.map((day, index) => [day, ...series.map(({ rates }) => rates[index] ?? missing)]);
}

function csv(rows: readonly (readonly string[])[], habits: CsvHabits): Buffer {
  const { eol = '\n', quotes = false, mark = false, blankLines = 0, dateAt = 0 } = habits;
  const moved = rows.map(([date = '', ...rest]) => [...rest.slice(0, dateAt), date, ...rest.slice(dateAt)]);
  const lines = moved.map((fields) => fields.map((field) => written(field, quotes)).join(','));
  return Buffer.from(`${mark ? '\ufeff' : ''}${lines.join(eol)}${eol}${eol.repeat(blankLines)}`);
}

function written(field: string, quotes: boolean): string {
  return quotes || /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
