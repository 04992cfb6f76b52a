import { describe, expect, it } from 'vitest';
import { readSubmission } from './submission.js';

const HEADER = '-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nCONFORMED SUBMISSION TYPE:\t10-K\n';

function document(type: string, text: string, more = ''): string {
  return `<DOCUMENT>\n<TYPE>${type}\n<SEQUENCE>1\n${more}<TEXT>\n${text}\n</TEXT>\n</DOCUMENT>\n`;
}

/** Type and text of each document, the main one marked. */
function documentsOf(source: string): string[] {
  const documents = readSubmission(source)?.documents ?? [];
  return documents.map(
    ({ type, start, end, main }) => `${main ? '> ' : ''}${type}: ${source.slice(start, end).trim()}`,
  );
}

describe('readSubmission', () => {
  it('lists the documents with their exact ranges, and takes the annual report for the main one', () => {
    const source =
      HEADER +
      document('COVER', 'A letter.') +
      document('10-K405', 'The report of Harbor Lane Foods, Inc.') +
      document('EX-13', 'An exhibit that prints </TEXT> in a line.');
    expect(documentsOf(source)).toEqual([
      'COVER: A letter.',
      '> 10-K405: The report of Harbor Lane Foods, Inc.',
      'EX-13: An exhibit that prints </TEXT> in a line.',
    ]);
    expect(readSubmission(source)?.header).toBe(HEADER);
  });

  it('reads what the head of a document says', () => {
    const more = '<FILENAME>report.htm\n<DESCRIPTION>Annual report\n';
    expect(readSubmission(document('20-F', 'x', more))?.documents[0]).toMatchObject({
      type: '20-F',
      name: 'report.htm',
      description: 'Annual report',
      main: true,
    });
    expect(readSubmission(document('20-F', 'x'))?.documents[0]).toMatchObject({
      name: null,
      description: null,
    });
  });

  it('takes the text out of the wrapper of inline XBRL', () => {
    expect(documentsOf(document('20-F', '<XBRL>\n<html>a</html>\n</XBRL>'))).toEqual([
      '> 20-F: <html>a</html>',
    ]);
  });

  it('passes over encoded files, and takes the first text where no document is an annual report', () => {
    const encoded = document('10-K', 'begin 644 report.pdf\nM)5!$1BTQ');
    expect(documentsOf(encoded + document('10-K', 'words'))).toEqual([expect.any(String), '> 10-K: words']);
    expect(documentsOf(document('6-K', 'a') + document('EX-99', 'b'))[0]).toBe('> 6-K: a');
  });

  it('reads one that is cut short', () => {
    expect(documentsOf('<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nThe report')).toEqual(['> 10-K: The report']);
    expect(documentsOf('<DOCUMENT>\r\n<TYPE>10-K\r\n')).toEqual(['> 10-K: <TYPE>10-K']);
  });

  it('takes a report that only speaks of documents for what it is', () => {
    expect(readSubmission('Sales of <DOCUMENT> rose.\n<TYPE>')).toBeNull();
    expect(readSubmission('see <DOCUMENT>\n<TYPE>')).toBeNull();
    expect(readSubmission(`${'Sales rose.\n'.repeat(30_000)}<DOCUMENT>\n<TYPE>10-K`)).toBeNull();
  });

  // A quadratic reader would take minutes and fail by the runner's time limit.
  it.each(['<DOCUMENT>\n<TYPE>', document('10-K', 'a'), '<DOCUMENT>\n', '</TEXT>\n'])(
    'comes to an end on %j, repeated',
    (piece) => {
      expect(() => readSubmission(piece.repeat(20_000))).not.toThrow();
    },
  );
});
