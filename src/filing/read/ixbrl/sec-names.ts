/** The SEC's codes of exchanges by words of their names; the first line that fits counts. */
const EXCHANGES: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/\bnyse american\b|\bnyse mkt\b|\bamerican stock exchange\b/, 'NYSEAMER'],
  [/\bnyse arca\b/, 'NYSEArca'],
  [/\bnyse (?:chicago|national)\b|\bchicago stock exchange\b/, 'CHX'],
  [/\bnew york stock exchange\b|\bnyse\b/, 'NYSE'],
  [/\bnasdaq\b/, 'NASDAQ'],
  [/\bcboe bzx\b/, 'CboeBZX'],
  [/\bcboe byx\b/, 'CboeBYX'],
  [/\bcboe edga\b/, 'CboeEDGA'],
  [/\bcboe edgx\b/, 'CboeEDGX'],
  [/\bcboe\b/, 'CBOE'],
  [/\bboston stock exchange\b/, 'BOX'],
  [/\binvestors exchange\b/, 'IEX'],
  [/\bphiladelphia stock exchange\b/, 'PHLX'],
  [/\blong-term stock exchange\b/, 'LTSE'],
];

/** "The New York Stock Exchange" is "NYSE"; null for an exchange that has no code here. */
export function exchangeCode(text: string): string | null {
  const name = text.toLowerCase();
  return EXCHANGES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

const CATEGORIES = [
  'Large Accelerated Filer',
  'Accelerated Filer',
  'Non-accelerated Filer',
  'Smaller Reporting Company',
];

/** "large accelerated filer" is "Large Accelerated Filer". */
export function filerCategory(text: string): string | null {
  const bare = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  return CATEGORIES.find((category) => bare(category) === bare(text)) ?? null;
}

const STATES =
  'Alabama AL,Alaska AK,Arizona AZ,Arkansas AR,California CA,Colorado CO,Connecticut CT,Delaware DE,' +
  'District of Columbia DC,Florida FL,Georgia GA,Hawaii HI,Idaho ID,Illinois IL,Indiana IN,Iowa IA,Kansas KS,' +
  'Kentucky KY,Louisiana LA,Maine ME,Maryland MD,Massachusetts MA,Michigan MI,Minnesota MN,Mississippi MS,Missouri MO,' +
  'Montana MT,Nebraska NE,Nevada NV,New Hampshire NH,New Jersey NJ,New Mexico NM,New York NY,North Carolina NC,' +
  'North Dakota ND,Ohio OH,Oklahoma OK,Oregon OR,Pennsylvania PA,Puerto Rico PR,Rhode Island RI,South Carolina SC,' +
  'South Dakota SD,Tennessee TN,Texas TX,Utah UT,Vermont VT,Virginia VA,Washington WA,West Virginia WV,Wisconsin WI,' +
  'Wyoming WY,Guam GU,American Samoa AS,Virgin Islands VI,Alberta A0,British Columbia A1,Manitoba A2,New Brunswick A3,' +
  'Newfoundland A4,Nova Scotia A5,Ontario A6,Prince Edward Island A7,Quebec A8,Saskatchewan A9,Yukon B0';
const STATE_CODES = new Map(
  STATES.split(',').map((entry): [string, string] => [entry.slice(0, -3).toLowerCase(), entry.slice(-2)]),
);

/** The EDGAR code of a state of the United States or a province of Canada; a code stays itself. */
export function stateCode(text: string): string | null {
  if (/^[A-Z][A-Z0-9]$/.test(text)) return text;
  const name = text
    .toLowerCase()
    .replace(/^(?:state|commonwealth) of /, '')
    .replace(/[.,]/g, '');
  return STATE_CODES.get(name) ?? null;
}
