import { MONTHS } from '../../value/index.js';

export type Direction = 'up' | 'down';

/** Words of change and the way they point; null where they only say that something changed. */
const CHANGE_WORDS: ReadonlyMap<string, Direction | null> = new Map([
  ...words(
    'increase increases increased increasing grew grow grows grown growing growth rose rise rises risen',
  ).map(up),
  ...words('rising up higher climbed expanded expansion jumped advanced surged strengthened').map(up),
  ...words('decrease decreases decreased decreasing decline declines declined declining fell fall falls').map(
    down,
  ),
  ...words('fallen falling down lower dropped drop drops reduced reduction reducing reduces shrank').map(
    down,
  ),
  ...words('contracted contraction dipped slipped dropping').map(down),
  ...words('change changed changes improvement improved improves improving variance worsened widened').map(
    either,
  ),
  ...words('narrowed swing').map(either),
]);

/** The nouns among them: "an increase in net sales of $5 million". */
const CHANGE_NOUNS = new Set(
  words(
    'increase decrease decline growth rise fall drop reduction expansion contraction change improvement increases decreases',
  ),
);

/** Words of change that stand behind their figure: "a 5% increase", "8% higher", "5% more". */
const BEHIND: ReadonlyMap<string, Direction | null> = new Map([
  ...words('increase growth rise higher').map(up),
  ...words('decrease decline drop reduction lower fall').map(down),
  ...words('improvement change').map(either),
]);

/** Adjectives that belong to the noun behind them where one stands there: "higher sales of". */
const ADJECTIVES = new Set(words('up down higher lower rising growing declining increasing decreasing'));

/** What says that a subject has the value behind it. */
const LEVEL_WORDS = new Set(
  words(
    'was were is are totaled totalled totaling totalling amounted amounting amounts reached equaled equalled averaged stood been',
  ),
);

const TIMES = new Set([
  ...MONTHS.map((month) => month.toLowerCase()),
  ...words('jan feb mar apr jun jul aug sep sept oct nov dec'),
  ...words(
    "fiscal calendar year years year’s year's yearly annual ended ending end quarter quarters month months week weeks",
  ),
  ...words(
    'first second third fourth three six nine twelve prior previous preceding last same corresponding period',
  ),
  ...words('periods comparable ago earlier full half interim then respective'),
]);

const FILLERS = new Set(
  words('the a an of in for at as on during our its their this that just only record total some through'),
);

/** About the number, a little either way. */
const ABOUT = new Set(words('approximately about roughly around ~ approximate circa'));
/** A bound, not a number. */
const BOUNDS = new Set(
  words('nearly almost exceed exceeds exceeded exceeding least most excess maximum minimum'),
);

/** Another statement begins: what stands before these is not of the figure behind. */
const BREAKERS = new Set(
  words(
    `due primarily mainly driven because which who while whereas partially partly offset including includes included
    excluding reflecting reflects reflected resulting attributable attributed but if when where although though related
    consisting comprised plus less respectively result led caused contributed following after before until unless ;`,
  ),
);

/** A sentence that holds one of these speaks of another measure than the tables do. */
const OTHER_MEASURE = new Set(
  words(
    `organic organically excluding adjusted comparable currency constant pro forma hypothetical would could might expect
    expects expected estimate estimates estimated target targets if assuming underlying core exclusive compound cagr neutral annualized sequentially
    sequential should will`,
  ),
);

/** A sentence that holds one of these says what may be, not what was. */
const SUPPOSING = new Set(
  words('hypothetical would could might if assuming target targets goal goals expect expects should will'),
);

/** All that a reader of roles tells apart, so that one look-up tells that a word is none of them. */
const CLASSED = new Set([
  ...CHANGE_WORDS.keys(),
  ...LEVEL_WORDS,
  ...TIMES,
  ...FILLERS,
  ...ABOUT,
  ...BOUNDS,
  ...BREAKERS,
]);

/** Words that leave open what a sentence means. */
const UNSURE = new Set([...OTHER_MEASURE, ...SUPPOSING]);

export const isClassed = (token: string): boolean => CLASSED.has(token);
export const isUnsure = (token: string): boolean => UNSURE.has(token);
export const isChangeNoun = (token: string): boolean => CHANGE_NOUNS.has(token);
export const isChangeWord = (token: string): boolean => CHANGE_WORDS.has(token);
export const isAdjective = (token: string): boolean => ADJECTIVES.has(token);
export const isLevelWord = (token: string): boolean => LEVEL_WORDS.has(token);
export const isTimeWord = (token: string): boolean => TIMES.has(token);
export const isFiller = (token: string): boolean => FILLERS.has(token);
export const isAbout = (token: string): boolean => ABOUT.has(token);
export const isBound = (token: string): boolean => BOUNDS.has(token);
export const isBreaker = (token: string): boolean => BREAKERS.has(token);
export const isOtherMeasure = (token: string): boolean => OTHER_MEASURE.has(token);

/** The way that a word of change points, null where it points neither way. */
export function directionOf(token: string): Direction | null {
  return CHANGE_WORDS.get(token) ?? null;
}

/** Of a word of change that stands behind its figure; undefined for any other word. */
export function directionBehind(token: string): Direction | null | undefined {
  return BEHIND.get(token);
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function up(word: string): readonly [string, Direction] {
  return [word, 'up'];
}

function down(word: string): readonly [string, Direction] {
  return [word, 'down'];
}

function either(word: string): readonly [string, null] {
  return [word, null];
}
