import type { CheckedFigure, CheckResult, Finding, RelatedPlace } from '../../checks/check.js';
import { type Encoding, type Format, SourceLines } from '../../filing/index.js';
import { formatPeriod } from '../../value/index.js';
import { findingSentences, lettersOf } from '../marks.js';
import { countedUndecided } from '../undecided.js';
import { messageLink, messageText } from './message-text.js';
import { artifactLocation, physicalLocation, type SarifFolders } from './place.js';
import { LEVELS } from './rules.js';

/** Versioned, so that a better identity does not collide with this one (SARIF, 3.27.17). */
const FINGERPRINT = 'tickmark/v1';
/** Related places named in the message; all are listed. Some viewers show only those that the message links. */
const MOST_LINKS = 5;

/** Names of the IANA registry. */
const ENCODINGS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  'windows-1252': 'windows-1252',
};

const MIME_TYPES: Readonly<Record<Format, string>> = {
  html: 'text/html',
  markdown: 'text/markdown',
  text: 'text/plain',
};

/** What a log says of one file. */
export interface SarifFile {
  readonly artifact: ReturnType<typeof sarifArtifact>;
  readonly results: readonly ReturnType<typeof sarifResult>[];
}

/**
 * One file's artifact and results. Only findings are results: a log with a result of kind "pass" for each of
 * thousands of ticks, or "open" for each figure that a check could not decide, would bury them, and viewers take
 * either for an alert. So they are counted beside the file; the JSON report holds each.
 */
export function sarifFile(
  result: CheckResult,
  index: number,
  folders: SarifFolders,
  ruleIndex: ReadonlyMap<string, number>,
): SarifFile {
  const lines = new SourceLines(result.filing.source.text);
  const location = { ...artifactLocation(result.filing.source.path, folders), index };
  const figures = new Map(result.figures.map((checked) => [checked.figure.id, checked]));
  const locate = (start: number, end: number) => physicalLocation(result.filing, lines, location, start, end);
  return {
    artifact: sarifArtifact(result, location),
    results: result.findings.map((finding) => sarifResult(finding, figures, locate, ruleIndex)),
  };
}

function sarifArtifact(
  result: CheckResult,
  location: ReturnType<typeof artifactLocation> & { readonly index: number },
) {
  const { source, format } = result.filing;
  return {
    location,
    roles: source.path === '-' ? ['analysisTarget', 'standardStream'] : ['analysisTarget'],
    mimeType: MIME_TYPES[format],
    encoding: ENCODINGS[source.encoding],
    hashes: { 'sha-256': source.sha256 },
    properties: { summary: { ...result.summary }, undecided: countedUndecided(result) },
  };
}

function sarifResult(
  finding: Finding,
  figures: ReadonlyMap<string, CheckedFigure>,
  locate: (start: number, end: number) => ReturnType<typeof physicalLocation>,
  ruleIndex: ReadonlyMap<string, number>,
) {
  const index = ruleIndex.get(finding.check);
  return {
    ruleId: finding.check,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: LEVELS[finding.severity],
    message: { text: completeMessage(finding, figures) },
    locations: [{ physicalLocation: locate(finding.start, finding.end) }],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map(({ start, end, note }, at) => ({
            id: at + 1,
            physicalLocation: locate(start, end),
            message: { text: messageText(note) },
          })),
        }),
    partialFingerprints: { [FINGERPRINT]: finding.fingerprint },
    properties: {
      printed: finding.printed,
      expected: finding.expected,
      cause: finding.cause,
      evidence: [...finding.evidence],
      suspects: finding.suspects.flatMap((id) => suspect(figures.get(id))),
    },
  };
}

/** All that a reader needs who sees nothing but the message. */
function completeMessage(finding: Finding, figures: ReadonlyMap<string, CheckedFigure>): string {
  const links = finding.related
    .slice(0, MOST_LINKS)
    .map((place, at) => messageLink(linkLabel(place, finding, figures) || `place ${at + 1}`, at + 1));
  const sentences = findingSentences(finding);
  return [...sentences.map(messageText), ...(links.length === 0 ? [] : [`See ${links.join(', ')}.`])].join(
    ' ',
  );
}

/** What a place is to the finding; the lines of a sum, which have one note, are told apart by what they print. */
function linkLabel(
  { note, figure }: RelatedPlace,
  { related }: Finding,
  figures: ReadonlyMap<string, CheckedFigure>,
): string {
  const isShared = related.filter((other) => other.note === note).length > 1;
  const printed = figure === null ? undefined : figures.get(figure)?.figure.text;
  return isShared && printed !== undefined ? printed : note;
}

function suspect(checked: CheckedFigure | undefined) {
  if (checked === undefined) return [];
  const { id, text, value, unit, period, label } = checked.figure;
  return [
    {
      figure: id,
      text,
      value,
      unit,
      period: period === null ? null : formatPeriod(period),
      label,
      ticks: lettersOf(checked),
    },
  ];
}
