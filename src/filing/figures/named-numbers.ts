import type { Reading } from './drafts.js';
import { label, labelByPattern, single, tokenLabel } from './label-drafts.js';
import { isYearNumber } from './read-dates.js';
import {
  DASHES,
  isCapitalisedAt,
  isGlued,
  isSignAt,
  isSymbolAt,
  isWordAt,
  type Run,
  type Token,
  textAt,
  wordAt,
} from './tokens.js';

/**
 * A number that is part of a name: glued to letters ("3G", "10th", "10b5-1"), of an index of shares ("S&P 500"), of a
 * program ("the 415 program"), or bare and right after a capitalised word ("Article Mission 5", "the Kita 2 which").
 */
export function namedNumber(run: Run, at: number): Reading | null {
  const token = run.tokenAt(at) as Token;
  if (token.numeral?.form === 'dotted') return tokenLabel(run, at, 'section');
  if (isGlued(run, at) && isWordAt(run, at + 1)) return isUnitSuffix(run, at) ? null : lettered(run, at);
  if (at === 0 || !isShort(token) || isSymbolAt(run, at + 1, `%${DASHES}`)) return null;
  if (isOfIndex(run, at)) return tokenLabel(run, at, 'name');
  if (isYearNumber(run, at)) return null;
  return isOfProgram(run, at) || isAfterName(run, at) ? tokenLabel(run, at, 'name') : null;
}

/** "€1.2m", "$5bn", "2.5x": letters that belong to the amount. */
function isUnitSuffix(run: Run, at: number): boolean {
  const suffix = wordAt(run, at + 1);
  if (UNIT_SUFFIXES.has(suffix)) return true;
  const decimals = run.tokenAt(at)?.numeral?.decimals ?? 0;
  if (decimals > 0 && PHYSICAL_SUFFIXES.has(suffix)) return true;
  return /^(?:m|mm|b|k)$/.test(suffix) && isSignAt(run, at - 1);
}

const UNIT_SUFFIXES = new Set(
  'x bps bp mn bn million billion thousand trillion percent yen euro euros shares year years month months day days'.split(
    ' ',
  ),
);

/** Measures that stand glued to a number with decimals: "2.11g". "3G" is a name. */
const PHYSICAL_SUFFIXES = new Set(
  'g kg t mt m km mm cm nm ha oz lb kw mw gw kwh mwh gwh gb tb ghz mhz'.split(' '),
);

/** "10b5-1", "3b/4". */
const LETTERED = /\d+[A-Za-z]{1,3}\d{0,3}[‐‑–/-]\d{1,3}(?![\d.,%])/y;

function lettered(run: Run, at: number): Reading {
  const whole = labelByPattern(run, at, LETTERED, 'name');
  return whole ?? single(label(run, at, at + 2, run.startAt(at), run.endAt(at + 1), 'name'));
}

function isShort({ start, end, numeral }: Token): boolean {
  return end - start <= 4 && numeral?.form === 'plain' && numeral.decimals === 0;
}

const INDEXES = new Set(
  "poor's poor’s russell ftse nikkei wilshire nasdaq fortune midcap smallcap dax".split(' '),
);
const INDEX_SIZES = new Set(
  '30 40 50 100 200 225 250 300 350 400 500 600 1000 1500 2000 3000 5000'.split(' '),
);

/** "S&P 500", "Russell 2000". */
function isOfIndex(run: Run, at: number): boolean {
  if (!INDEX_SIZES.has(textAt(run, at))) return false;
  const name = wordAt(run, at - 1);
  return INDEXES.has(name) || (name === 'p' && isSymbolAt(run, at - 2, '&'));
}

const PROGRAMS = new Set(['program', 'index', 'family', 'model', 'platform']);

/** "the 415 program": a single noun behind a number other than one is not counted by it. */
function isOfProgram(run: Run, at: number): boolean {
  if (textAt(run, at) === '1' || !PROGRAMS.has(wordAt(run, at + 1))) return false;
  return !isWordAt(run, at + 2) || GO_ON.has(wordAt(run, at + 2));
}

/** Words that go on after a name and that no number counts. */
const GO_ON = new Set(
  `which that who is was were are be been has have had will may might can could would should and or nor in on at of for from to
  by with as if when than under over into through during since after before until but not`.split(/\s+/),
);

const NO_NAMES = new Set(
  `in at on by for from to of and or the with about over than approximately between up under only all total since nearly these
  our those some its their his her a an any each every other another additional first last next past top least most both plus
  including during within after before per through until when if that this as we has have had is are was were least around
  almost exactly more less fewer roughly maximum minimum average number million billion thousand percent`.split(
    /\s+/,
  ),
);

function isAfterName(run: Run, at: number): boolean {
  if (at < 2 || !isName(run, at - 1)) return false;
  // "Sales: Europe 25, Asia 30"; but "the union (IAM 7)".
  if (isSymbolAt(run, at - 2) && !(isSymbolAt(run, at - 2, '(') && isAcronym(run, at - 1))) return false;
  if (!isWordAt(run, at + 1)) return true;
  return isGoingOn(run, at + 1);
}

function isName(run: Run, at: number): boolean {
  if (!isWordAt(run, at) || NO_NAMES.has(wordAt(run, at))) return false;
  return isCapitalisedAt(run, at) || /^[a-z]{1,2}[A-Z]/.test(textAt(run, at));
}

function isAcronym(run: Run, at: number): boolean {
  return /^[A-Z]{2,5}$/.test(textAt(run, at));
}

/** "Kita 2 Research Center", "Kita 2 which": what stands behind does not count. */
function isGoingOn(run: Run, next: number): boolean {
  return GO_ON.has(wordAt(run, next)) || (isCapitalisedAt(run, next) && !UNITS.has(wordAt(run, next)));
}

const UNITS = new Set(
  'million billion thousand trillion percent years months days weeks hours shares ads adss class series'.split(
    ' ',
  ),
);
