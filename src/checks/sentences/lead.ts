import { isNumberToken } from './tokens.js';
import {
  type Direction,
  directionBehind,
  directionOf,
  isAbout,
  isAdjective,
  isBound,
  isBreaker,
  isChangeNoun,
  isChangeWord,
  isClassed,
  isFiller,
  isLevelWord,
  isTimeWord,
} from './word-classes.js';

/**
 * What the words before a figure make of it. `level`: the subject is this much. `to`: it came to this. `from`: it was this
 * before, or is compared with this. `change`: it changed by this. `restated`: the same once more in another unit.
 */
export type Role = 'level' | 'to' | 'from' | 'change' | 'restated' | 'none';

/** How sure the figure is: as printed, "approximately", or a bound ("more than"). */
export type Hedge = 'none' | 'about' | 'bound';

export interface Lead {
  readonly role: Role;
  readonly direction: Direction | null;
  readonly hedge: Hedge;
  /** Whether the words before let the figure go on with the statement of the figure before it. */
  readonly connected: boolean;
  /** Words stand between that name another thing, perhaps. */
  readonly loose: boolean;
  /** The words before those that tell the role: of a first figure, those that name what it is of. */
  readonly before: readonly string[];
}

/** Reads the words from the figure before (or the start of the sentence) up to a figure. */
export function leadOf(tokens: readonly string[]): Lead {
  const found = new RoleReader(tokens).read();
  const rest = wordsBefore(tokens, found);
  const takesDirection = found.role === 'to' || found.role === 'from';
  const direction = found.direction ?? (takesDirection ? lastDirection(rest) : null);
  return {
    role: found.role,
    direction,
    hedge: hedgeOf(tokens),
    connected: !rest.some((token, at) => !isPlain(token) && parts(token, at, rest)),
    loose: found.nouns > 0 || rest.some((token) => isPlain(token) || isNoun(token)),
    before: found.role === 'change' && found.nouns > 0 ? nounOfChange(tokens, found.at) : rest,
  };
}

/** The words before those that tell the role; "were" belongs to "were up". */
function wordsBefore(tokens: readonly string[], { role, at }: Found): readonly string[] {
  if (at < 0) return tokens;
  return tokens.slice(0, role === 'change' && isLevelWord(tokens[at - 1] ?? '') ? at - 1 : at);
}

/** "An increase in net sales of": the words between. */
function nounOfChange(tokens: readonly string[], at: number): readonly string[] {
  return tokens[at + 1] === 'in' && tokens.at(-1) === 'of' ? tokens.slice(at + 2, -1) : [];
}

interface Found {
  readonly role: Role;
  readonly direction: Direction | null;
  /** Where the words that tell the role begin; -1 where none do. */
  readonly at: number;
  /** Words that name another thing between those and the figure. */
  readonly nouns: number;
}

/** A noun phrase before a figure is no longer than this. */
const MOST_NOUNS = 10;

/** "to" behind these is no destination. */
const NO_DESTINATION = new Set(
  'due related attributable pursuant prior according subject relating owing respect thanks addition relative equal equivalent'.split(
    ' ',
  ),
);
/** Words that lead to the level before. */
export const COMPARISONS: ReadonlySet<string> = new Set(['compared', 'comparison', 'versus', 'vs']);
const AMOUNTS_TO = new Set(['amounted', 'amounting', 'amounts']);
const MARKS = new Set([',', ')', '%', ':']);

/** A word that names a thing, perhaps: one look-up for the many that the reader does not know. */
function isPlain(token: string): boolean {
  return !isClassed(token) && !KNOWN.has(token) && !isNumberToken(token);
}

/** Reads backwards from a figure to the nearest word that says what it is. */
class RoleReader {
  private readonly tokens: readonly string[];
  private at: number;
  private nouns = 0;
  private isOf = false;
  private isBy = false;
  private isTimed = false;

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
    this.at = tokens.length - 1;
  }

  read(): Found {
    for (; this.at >= 0; this.at -= 1) {
      const token = this.tokens[this.at] as string;
      if (isPlain(token)) {
        this.nouns += 1;
        if (this.nouns > MOST_NOUNS) return this.none();
        continue;
      }
      const found = this.ofTime(token) ?? this.ofLink(token) ?? this.ofVerb(token) ?? this.ofOther(token);
      if (found !== 'on') return found;
    }
    // "Backlog of $20.5 billion, up 4.8%": nothing but a name stands before it.
    return this.isOf && this.nouns > 0 ? { role: 'level', direction: null, at: 0, nouns: 0 } : this.none();
  }

  private ofTime(token: string): 'on' | null {
    if (!isNumberToken(token) && !isTimeWord(token)) return null;
    this.isTimed = true;
    return 'on';
  }

  private ofLink(token: string): Found | 'on' | null {
    if (COMPARISONS.has(token)) return this.role('from');
    if (token === 'against' || token === 'than') {
      return this.nouns === 0 || this.isOf ? this.role('from') : this.none();
    }
    if (token === 'to' || token === 'with') return this.ofTo(token, this.tokens[this.at - 1] ?? '');
    if (token === 'from') {
      const isOfTime = this.isTimed && this.nouns === 0 && !this.isOf && this.at < this.tokens.length - 1;
      if (isOfTime) return 'on';
      return this.nouns === 0 || this.isOf ? this.role('from') : this.none();
    }
    if (token !== 'by') return null;
    if (this.nouns > 0 || this.isOf) return this.none();
    this.isBy = true;
    return 'on';
  }

  private ofTo(token: string, before: string): Found | 'on' {
    if (COMPARISONS.has(before)) return this.role('from', null, this.at - 1);
    if (token === 'with') return this.none();
    if (AMOUNTS_TO.has(before)) return this.role('level', null, this.at - 1);
    if (NO_DESTINATION.has(before)) return this.none();
    if (before === 'up' || (this.isTimed && this.nouns === 0)) return 'on';
    return this.nouns === 0 && !this.isBy ? this.role('to') : this.none();
  }

  private ofVerb(token: string): Found | null {
    if (isLevelWord(token)) return this.role('level');
    if (!isChangeWord(token)) return null;
    const before = this.tokens[this.at - 1] ?? '';
    if (isBreaker(before)) return this.none();
    const isTight = this.nouns === 0 && (!isAdjective(token) || !this.isOf);
    const isFar = this.isBy || (this.isOf && isChangeNoun(token));
    return isTight || isFar ? this.role('change', directionOf(token)) : this.none();
  }

  private ofOther(token: string): Found | 'on' {
    if ((token === 'or' || token === '(') && this.nouns === 0 && !this.isTimed && !this.isBy) {
      return this.role('restated');
    }
    if (token === ',' && (this.nouns > 0 || !this.isTimed)) {
      return this.isOf && this.nouns > 0 ? this.role('level') : this.none();
    }
    const isNetOf = token === 'net' && this.tokens[this.at + 1] === 'of';
    if (isBreaker(token) || isNetOf || (token === 'and' && !(this.isTimed && this.nouns === 0)))
      return this.none();
    if (token === 'of') this.isOf = true;
    if (isFiller(token) || isAbout(token) || isBound(token) || MARKS.has(token) || token === 'and')
      return 'on';
    this.nouns += 1;
    return this.nouns > MOST_NOUNS ? this.none() : 'on';
  }

  private role(role: Role, direction: Direction | null = null, at = this.at): Found {
    // What a level or a comparison names is its own subject.
    return { role, direction, at, nouns: role === 'level' || role === 'from' ? 0 : this.nouns };
  }

  private none(): Found {
    return { role: 'none', direction: null, at: -1, nouns: this.nouns };
  }
}

/** Whether a token between two figures ends what the first is part of. */
function parts(token: string, at: number, tokens: readonly string[]): boolean {
  if (token === 'and') return !isTimeWord(tokens[at + 1] ?? '') && !isNumberToken(tokens[at + 1] ?? '');
  return isBreaker(token) || isLevelWord(token) || (token === 'net' && tokens[at + 1] === 'of');
}

function isNoun(token: string): boolean {
  return !(
    isNumberToken(token) ||
    isTimeWord(token) ||
    isFiller(token) ||
    isAbout(token) ||
    isChangeWord(token) ||
    LIGHT.has(token)
  );
}

const LIGHT = new Set(
  ', ( ) % : and or to from by with compared comparison as it over we representing represents represented which both'.split(
    ' ',
  ),
);

/** What the reader knows beside the classes of words. */
const KNOWN: ReadonlySet<string> = new Set([
  ...'against than to with from by or ( , net and of ) % :'.split(' '),
  ...COMPARISONS,
  ...LIGHT,
]);

function lastDirection(tokens: readonly string[]): Direction | null {
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at] as string;
    if (isBreaker(token)) return null;
    if (isChangeWord(token)) return directionOf(token);
  }
  return null;
}

/** How the words right before a figure hedge it. */
export function hedgeOf(tokens: readonly string[]): Hedge {
  const least = Math.max(0, tokens.length - 5);
  for (let at = tokens.length - 1; at >= least; at -= 1) {
    const token = tokens[at] as string;
    if (isAbout(token)) return 'about';
    if (isBoundAt(tokens, at)) return 'bound';
    if (!isFiller(token)) return 'none';
  }
  return 'none';
}

function isBoundAt(tokens: readonly string[], at: number): boolean {
  const token = tokens[at] as string;
  if (PLACES.has(token)) return at === tokens.length - 1;
  if (token === 'than') return MORE_OR_LESS.has(tokens[at - 1] ?? '');
  return token === 'to' ? tokens[at - 1] === 'up' : isBound(token);
}

/** Bounds right before a figure alone: "over $5 million", but "over the prior $5 million". */
const PLACES = new Set(['over', 'under', 'above', 'below']);
const MORE_OR_LESS = new Set(['more', 'less', 'fewer', 'greater']);

/** Whether the words behind a figure make it a change ("a 5% increase", "$3 million higher"); undefined where not. */
export function changeBehind(tokens: readonly string[]): Direction | null | undefined {
  for (let at = 0; at < Math.min(4, tokens.length); at += 1) {
    const token = tokens[at] as string;
    const direction = directionBehind(token);
    // "To $5 million, growth of 6%": the change is of the figure that follows.
    if (direction !== undefined) return tokens[at + 1] === 'of' ? undefined : direction;
    if (!UNIT_WORDS.has(token)) return undefined;
  }
  return undefined;
}

const UNIT_WORDS = new Set('basis percentage point points pretax or , ) net'.split(' '));
