import type { CurrencyCode } from '../../value/index.js';
import { type MentionOptions, readCurrencyAndScale } from '../figures/index.js';

/** What a row label or a column heading says of its numbers: their kind, and the power of ten that they are in. */
export interface LabelUnit {
  readonly kind:
    | 'money'
    /** Of shares where nothing beside it is money. */
    | 'maybe-share'
    | 'per-share'
    | 'per-ADS'
    | 'share'
    | 'percent'
    | 'multiple'
    | 'year'
    | 'month'
    | 'day'
    | 'count'
    /** Money by the hour, the ton, the unit: never scaled. */
    | 'each'
    | null;
  /** Of money, where the label names it. */
  readonly currency: CurrencyCode | null;
  readonly scale: number | null;
}

/** A label without one of these says nothing of units: most of them. */
const MAY_TELL =
  /shar|hour|\bper\b|dilut|denominator|price|value|grant|rsus|psus|unit|percent|%|rate|number|ratio|year|month|days|times|option|warrant|award|ads\b|adrs?\b|000|illion|thous|mil\.|[$€£¥₹₩]|employees|customers|stores|headcount|outstanding|dollars|euro|eps|margin/i;

/** A label without one of these says nothing of the kind of its numbers: the patterns of each kind are slow to make. */
const MAY_TELL_KIND =
  /shar|dilut|denominator|treasury|number|no\.|options|rsus?|psus?|units|awards|warrants|per|each|\/ads|eps|prices?|grant|average|hourly|%|rate|yield|volatility|\(x\)|ratio|times\)|employees|headcount|customers|stores|restaurants|subscribers|years|months\)|days/i;
const MAY_TELL_SCALE = /illions|thous|mil\.|[$€£¥'’]/i;

const PER_ADS = /\b(?:per|each)\s(?:\w+\s){0,2}(?:ADSs?|ADRs?|american depositary)\b|\/ADS\b/i;
const PER_SHARE =
  /\b(?:per|each)[\s-](?:\w+[\s-]){0,6}?(?:shares?|unit|option|award|warrant|stock unit|rsu|psu)\b|\bEPS\b|\/share\b|\b(?:exercise|strike|grant|purchase|conversion|offering|option|stock|share|market) prices?\b|\bgrant[\s-]date fair value\b|\bfair value (?:of (?:options|awards|shares) )?(?:at|on) (?:the )?(?:date of )?grant\b|\bweighted[\s-]average (?:grant[\s-]date )?(?:fair value|price)\b|\bprices? paid\b|\baverage prices?\b/i;
/** Shares that are counted, not shares that are bought, issued or paid for. */
const SHARES =
  /\bawards excluded\b|\banti-?dilutive (?:\w+ ){0,2}(?:awards|securities|shares|options|units)\b|\(in shares\)|\(shares\)|\(shares,? in [a-z]+\)|\bshares(?: of (?:common|ordinary) stock)?,? (?:outstanding|authorized|issued and outstanding)\b|\bshares? (?:used|included) (?:in|to|for)\b|^(?:weighted|average|basic|diluted|dilutive|adjusted|potential)[\w\s-]{0,60}\b(?:shares|share equivalents)\b|\bshares \(in [a-z]+\)$|^shares?\d?$|^(?:number|no\.)$|\btreasury stock method\b|\b(?:number|no\.) of (?:\w+[\s-]){0,4}(?:shares|options|awards|units|rsus|psus|securities|warrants|rights)\b|\bshares underlying\b|\bshares?,? in (?:thousands|millions)\b|\bdilutive (?:effect|securities|shares|common|potential)|\b(?:effect of|add:?) dilut\w+|^denominator\b|\bassumed (?:conversion|exercise) of\b.{0,40}\b(?:options|awards|warrants|securities)\b|\bdetermination of shares\b|^(?:additional|initial|total) shares (?:delivered|received|repurchased|purchased)\b|\b(?:shares|options|rsus|psus|units|awards) \(in (?:thousands|millions)\)/i;
/** Rows that may as well be of money: "Shares issued", "Stock options exercised". */
const MAY_BE_SHARES =
  /\b(?:shares|stock options|options|rsus?|psus?|awards|stock units|units|warrants|restricted stock outstanding)\b(?!.*(?:\bprice|\bvalue|\bcost|\bamount|expense|compensation))/i;
/** Money that is paid for shares or on them. */
const FOR_SHARES =
  /^(?:(?:net |cash |total |common )*(?:purchases?|repurchases?|issuances?|issue|sales?|proceeds|retirement|redemption|acquisition|dividends?|payments?|excise|net income|earnings|income|tax|taxes|value|cost|contributions?)\b)/i;
const COUNTED = /\(in shares\)|\(shares\b|\b(?:number|no\.) of\b|\bin shares\b/i;
const SHARE_WORD = /\bper[\s-](?:[\w-]+\s){0,6}shares?\b/i;
const PERCENT =
  /%|^(?!.*\b(?:exchange|effects?|impact|changes?|foreign)\b)(?:[\w’'-]+\s){0,5}rates?\d?:?(?:\s\([^)]*\))?$|^(?:average |weighted[\s-]average )*interest rates?(?![\s-]+(?:swaps?|contracts?|risk|derivatives?|caps?|locks?|hedges?|agreements?))|\bdividend yield\b|^(?:expected |weighted[\s-]average )*(?:stock price )?volatility\b|\bpercent(?:age)?\b|\beffective (?:income )?tax rate\b|\bstatutory (?:federal )?(?:income )?(?:tax )?rate\b/i;
const TOTAL_VALUE = /\b(?:aggregate|total|intrinsic)\b[^()]*\bvalues?\b/i;
const EACH =
  /\bper (?:hour|ton|tonne|barrel|gallon|pound|ounce|unit|boe|mcf|mwh|kwh|square foot|day|vehicle|room|customer|employee|subscriber)\b|\bhourly\b/i;
const COUNT =
  /^(?:[\w-]+ ){0,3}(?:number|no\.) of\b|^(?:total )?(?:employees|headcount|customers|stores|restaurants|subscribers)\b/i;
const YEARS =
  /\((?:in )?years\)|\bin years\b|\byears\)$|^(?:\w+[\s-]){0,5}(?:life|lives|term|period|maturity|duration)\b.*\byears\b/i;
const MONTHS = /\((?:in )?months\)/i;
const DAYS = /\((?:in )?days\)|\bnumber of days\b/i;
const MULTIPLE = /\(x\)|^conversion (?:rate|ratio)s?\b|\bratio of\b.*\bto\b|\btimes\)$/i;
const SCALE =
  /\b(thous|mil)\.|\b(?:in )?(thousands|millions|billions)\b|[$€£¥]\s?(000s?|m|mm|bn|b|k)\b|['’](000s?)\b/i;
const POWERS: Readonly<Record<string, number>> = { t: 3, m: 6, b: 9, k: 3, '0': 3 };
const STATEMENT = /^\(?(?:amounts |dollars |\$ |[A-Z]{3} )?in (?:thousands|millions|billions)\b/i;
/** An amount that a label names, and a bracket around one: "3.40% notes", "($2.72 per ordinary share)", "1,364,574 shares". */
const AMOUNT =
  /\([^()]*\d[^()]*\)|[$€£¥]\s?\d[\d.,]*(?:\s(?:per|a)\s(?:\w+\s){0,2}share)?|\b\d[\d.,]*(?:\s?%|\s?percent\b)|\b\d{1,3}(?:,\d{3})+\b(?:\s\w+)?\s(?:shares|options|units)?/gi;
const NONE: LabelUnit = { kind: null, currency: null, scale: null };

/** Reads units from labels, each distinct label once. */
export class LabelUnits {
  private readonly known = new Map<string, LabelUnit>();
  private readonly options: MentionOptions;

  constructor(options: MentionOptions) {
    this.options = options;
  }

  of(label: string): LabelUnit {
    let unit = this.known.get(label);
    if (unit === undefined) {
      unit =
        label.length <= LONGEST_LABEL && MAY_TELL.test(label) ? readLabelUnit(label, this.options) : NONE;
      this.known.set(label, unit);
    }
    return unit;
  }
}

const COUNTS_SHARES =
  /\d\s(?:million\s|billion\s)?shares\b|\bshares\b[^a-z\d]{1,3}(?:(?:19|20)\d\d\s?[:–—-]\s?)?\d{1,3}(?:,\d{3})+/i;

/** A longer label is a sentence. */
const LONGEST_LABEL = 300;

function readLabelUnit(printed: string, options: MentionOptions): LabelUnit {
  // "(In millions, except per share data)" speaks of the whole table.
  if (/\bexcept\b/i.test(printed)) return NONE;
  const amountless = /\d/.test(printed) ? printed.replace(AMOUNT, ' ') : printed;
  const label = amountless.replace(/\s+/g, ' ').replaceAll('- ', '-');
  const scale = scaleOf(label);
  const told = /[$€£¥₹₩]|dollars?\b|euros?\b|yen\b|\b[A-Z]{3}\b/i.test(label)
    ? readCurrencyAndScale(label, options)
    : null;
  const currency = told?.currency ?? null;
  const isStatement = scale !== null && STATEMENT.test(label);
  // "Common stock, 1,000 shares issued" names shares beside an amount of money.
  if (told === null && scale === null && amountless !== printed && COUNTS_SHARES.test(printed)) return NONE;
  const kind = isStatement ? (currency === null ? null : 'money') : kindOf(label, currency, scale);
  return kind === null && scale === null ? NONE : { kind, currency, scale };
}

function kindOf(label: string, currency: CurrencyCode | null, scale: number | null): LabelUnit['kind'] {
  const named = MAY_TELL_KIND.test(label) ? namedKind(label) : null;
  if (named !== null || currency === null) return named;
  return scale !== null || /\([^)]*(?:[$€£¥₹₩]|dollars|euros?|yen)[^)]*\)|^[$€£¥]$/i.test(label)
    ? 'money'
    : null;
}

/** The kind that the words of a label name, whatever its currency and scale. */
function namedKind(label: string): LabelUnit['kind'] {
  if (YEARS.test(label)) return 'year';
  if (MONTHS.test(label)) return 'month';
  if (DAYS.test(label)) return 'day';
  if (MULTIPLE.test(label)) return 'multiple';
  const shares = FOR_SHARES.test(label) && !COUNTED.test(label) ? -1 : label.search(SHARES);
  const perShare = shares < 0 ? -1 : label.search(SHARE_WORD);
  if (shares >= 0 && (perShare < 0 || shares < perShare)) return 'share';
  if (PER_ADS.test(label)) return 'per-ADS';
  if (PER_SHARE.test(label) && !TOTAL_VALUE.test(label)) return 'per-share';
  if (EACH.test(label)) return 'each';
  if (PERCENT.test(label)) return 'percent';
  if (COUNT.test(label)) return 'count';
  if (MAY_BE_SHARES.test(label) && !FOR_SHARES.test(label)) return 'maybe-share';
  return null;
}

function scaleOf(label: string): number | null {
  const match = MAY_TELL_SCALE.test(label) ? SCALE.exec(label) : null;
  const word = match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4];
  return word === undefined ? null : (POWERS[word.charAt(0).toLowerCase()] ?? null);
}
