import { badFile, unusableFile } from './bad-file.js';

/** How much of a file's beginning tells a web page from data. */
const HEAD = 2000;

/** Beginnings of other kinds of file that people hand in, and what to do instead. */
const OTHER_KINDS: readonly { readonly magic: string; readonly kind: string; readonly remedy: string }[] = [
  { magic: '\x1f\x8b', kind: 'a gzip file', remedy: 'unpack it first' },
  { magic: '\xd0\xcf\x11\xe0', kind: 'an Excel workbook', remedy: 'save it as CSV' },
  { magic: '%PDF', kind: 'a PDF file', remedy: 'download the rates as XML or CSV' },
];

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9;
}

/** Throws `InputError` for no bytes at all, a web page, a workbook: what a download too often turns out to be. */
export function requireData(bytes: Uint8Array, name: string): void {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1');
  if (head.trim() === '' && bytes.length <= HEAD) {
    throw unusableFile(name, 'it is empty, as a service answers that has nothing to give; download it again');
  }
  if (/<!doctype\s+html|<html[\s>]/i.test(head)) {
    throw unusableFile(
      name,
      'it is a web page, not a file of rates; open the address in a browser to see what it says',
    );
  }
  const other = OTHER_KINDS.find(({ magic }) => head.startsWith(magic));
  if (other !== undefined) throw unusableFile(name, `it is ${other.kind}; ${other.remedy}`);
}

/** The text of a CSV file: UTF-8, its byte-order mark dropped. Throws `InputError` for other bytes. */
export function csvText(bytes: Uint8Array, name: string): string {
  if (isZip(bytes)) {
    throw unusableFile(name, 'it is a zip or an Excel workbook; unpack it, or save it as CSV');
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw unusableFile(name, 'it is not UTF-8 text; save it as CSV in UTF-8', { cause: error });
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) throw badFile(name, `NUL character at offset ${nul}`, 'text');
  return text;
}
