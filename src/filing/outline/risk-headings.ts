import type { Block } from '../filing.js';
import { Cohesion } from './cohesion.js';

/** A heading among the blocks of a risk-factor section. */
export interface RiskHeading {
  /** Position in the list of blocks that was searched. */
  readonly at: number;
  /** `group`: "Risks relating to our business". `factor`: one risk. */
  readonly kind: 'group' | 'factor';
}

/** Openings that lean on what went before; a heading stands on its own. */
const LEANS_BACK =
  /^(?:these|this|those|such|any (?:of these|such)|in addition|additionally|moreover|furthermore|further,|however|accordingly|as a result|as such|consequently|therefore|thus|for (?:example|instance|these)|for (?:more|further|additional) |also,|similarly|likewise|nevertheless|nonetheless|if (?:any of )?(?:these|this|such|so|we do not do so)|please|see |refer to|in particular|specifically|while the foregoing|the foregoing|(?:any|either|each|all|most|both) of (?:these|this|the foregoing)|he |she |they |that )/i;
const OPENS_WITH_CIRCUMSTANCE =
  /^(?:in|as|for|while|although|when|where|from|with|during|under|because|since|at|on|to|through|other|certain|some|many|there)\b/i;
const OPENS_WITH_SUBJECT = /^(?:our|we|the company|changes|failure|fluctuations)\b/i;
const SAYS_MAY = /\b(?:may|might|could)\b/i;
const SAYS_HARM = /\b(?:adverse|adversely|harm|negatively|suffer|impact)\b/i;
const ADDS = /\b(?:also|further|other|additional|including)\b/i;

const NAMES_GROUP = /^(?:general )?risks?\b|\brisks?$/i;

const LONGEST_HEADING = 640;
const SHORTEST_HEADING = 15;

/**
 * What speaks for and against a sentence being a heading, in log-odds. Fitted by logistic regression to the headings
 * that 35 annual reports of different makers set in bold or italics, their text taken without the type; a filing of
 * plain text has no type to go by. docs/benchmarks.md says how well it does on reports that it was not fitted to.
 */
const WEIGHTS = {
  always: 0.3,
  /** Its words recur below (0 to 1), above, and in the heading of the factor that is open. */
  wordsBelow: 4.1,
  wordsAbove: -1.7,
  wordsInOpenHeading: -1.7,
  /** Natural logarithm of its length over 120 characters. */
  length: -2,
  secondSentence: -1.5,
  /** Natural logarithm of the length of the next block, and of the one above, over 400 characters. */
  lengthBelow: 1,
  lengthAbove: 0.3,
  oneSentenceBelow: -1.35,
  listAnnouncedBelow: 2.5,
  listAbove: -0.7,
  saysMay: 1.1,
  saysHarm: 0.7,
  adds: -0.5,
  digits: -1,
  commas: -0.1,
  opensWithCircumstance: -0.4,
  opensWithIf: 0.6,
  opensWithSubject: 0.9,
} as const;

/** Tells headings by reading the text alone: a sentence of its own that opens a subject which the next paragraphs go on with. */
export function riskHeadings(blocks: readonly Block[]): RiskHeading[] {
  const cohesion = new Cohesion(blocks.map(({ text }) => text));
  const headings: RiskHeading[] = [];
  let open = 0;
  for (const at of blocks.keys()) {
    const kind = headingKind(blocks, at, open, cohesion);
    if (kind === null) continue;
    headings.push({ at, kind });
    open = at;
  }
  return headings;
}

function headingKind(
  blocks: readonly Block[],
  at: number,
  open: number,
  cohesion: Cohesion,
): RiskHeading['kind'] | null {
  if (blocks[at]?.kind === 'heading') return titleKind(blocks, at);
  if (namesGroup(blocks[at])) return 'group';
  if (!mayHead(blocks, at)) return null;
  return logOdds(blocks, at, open, cohesion) > 0 ? 'factor' : null;
}

/** A title groups factors where it says so, or where a factor's own heading follows at once. */
function titleKind(blocks: readonly Block[], at: number): RiskHeading['kind'] {
  if (NAMES_GROUP.test(blocks[at]?.text ?? '')) return 'group';
  const next = blocks[at + 1];
  const isAlone = next?.kind === 'paragraph' && next.sentences.length === 1 && mayHead(blocks, at + 1);
  return next === undefined || next.kind === 'heading' || isAlone ? 'group' : 'factor';
}

/** "Risks related to …" without a stop, too long or too lower-case to have been taken for a title. */
function namesGroup(block: Block | undefined): boolean {
  const text = block?.text.trim() ?? '';
  return block?.kind === 'paragraph' && text.length <= 200 && !/[.:;,]$/.test(text) && NAMES_GROUP.test(text);
}

/** A short paragraph that ends its sentence, leans on nothing above, and has prose below. */
function mayHead(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  const below = blocks[at + 1];
  if (block?.kind !== 'paragraph' || block.marker !== null || block.sentences.length > 2) return false;
  if (below?.kind !== 'paragraph' && below?.kind !== 'heading') return false;
  const text = block.text.trim();
  if (text.length < SHORTEST_HEADING || text.length > LONGEST_HEADING) return false;
  return !/[:;,]$/.test(text) && !LEANS_BACK.test(text) && /^["“]?\p{Lu}/u.test(text);
}

function logOdds(blocks: readonly Block[], at: number, open: number, cohesion: Cohesion): number {
  const text = blocks[at]?.text.trim() ?? '';
  const above = blocks[at - 1];
  const below = blocks[at + 1];
  const features: Record<keyof typeof WEIGHTS, number> = {
    always: 1,
    wordsBelow: cohesion.share(at, at + 1, at + 3),
    wordsAbove: cohesion.share(at, Math.max(open, at - 4), at),
    wordsInOpenHeading: cohesion.share(at, open, Math.min(at, open + 1)),
    length: Math.log(text.length / 120),
    secondSentence: Number((blocks[at]?.sentences.length ?? 0) > 1),
    lengthBelow: relativeLength(below),
    lengthAbove: relativeLength(above),
    oneSentenceBelow: Number((below?.sentences.length ?? 1) < 2),
    listAnnouncedBelow: Number(/:$/.test(below?.text ?? '')),
    listAbove: Number(above?.kind === 'list-item'),
    saysMay: Number(SAYS_MAY.test(text)),
    saysHarm: Number(SAYS_HARM.test(text)),
    adds: Number(ADDS.test(text)),
    digits: Number(/\d/.test(text)),
    commas: text.split(',').length - 1,
    opensWithCircumstance: Number(OPENS_WITH_CIRCUMSTANCE.test(text)),
    opensWithIf: Number(/^if\b/i.test(text)),
    opensWithSubject: Number(OPENS_WITH_SUBJECT.test(text)),
  };
  const names = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];
  return names.reduce((sum, name) => sum + WEIGHTS[name] * features[name], 0);
}

function relativeLength(block: Block | undefined): number {
  return Math.log(Math.max(20, block?.text.length ?? 0) / 400);
}
