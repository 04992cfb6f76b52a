import { InputError } from './input-error.js';

/** An ISO 4217 code, such as `JPY`. */
export type CurrencyCode = string;

/** A unit of a rate: `JPY/USD` is Japanese yen per U.S. dollar. */
export type RateUnit = `${CurrencyCode}/${CurrencyCode}`;

export interface Currency {
  readonly code: CurrencyCode;
  /** As a sentence names it: "Japanese yen". */
  readonly name: string;
  /** Signs that stand before an amount and mean this currency and no other, longest first. */
  readonly signs: readonly string[];
  /** Words that name it, lower case: "yen". A name that several currencies share stands only at the likeliest. */
  readonly words: readonly string[];
  /** The sign that a table of ours prints before an amount. */
  readonly printed: string;
}

/**
 * The currencies of the H.10 release and those that reports often name beside them. `¥` and `$` are listed at
 * their likeliest owner; a document that says otherwise (renminbi, Canadian dollars) is heard by the reader.
 */
export const CURRENCIES: readonly Currency[] = [
  currency(
    'USD',
    'U.S. dollar',
    ['U.S. $', 'U.S.$', 'US $', 'US$', 'USD', '$'],
    [
      'u.s. dollars',
      'u.s. dollar',
      'us dollars',
      'us dollar',
      'united states dollars',
      'united states dollar',
      'dollars',
      'dollar',
    ],
  ),
  currency('JPY', 'Japanese yen', ['¥', '￥', 'JPY', 'JP¥'], ['japanese yen', 'yen'], '¥'),
  currency('EUR', 'euro', ['€', 'EUR'], ['euros', 'euro'], '€'),
  currency(
    'GBP',
    'British pound sterling',
    ['£', 'GBP', 'UK£'],
    [
      'british pounds sterling',
      'british pound sterling',
      'british pounds',
      'british pound',
      'pounds sterling',
      'pound sterling',
    ],
    '£',
  ),
  currency(
    'CNY',
    'Chinese yuan (renminbi)',
    ['RMB', 'CNY', 'CN¥'],
    ['chinese yuan', 'renminbi', 'yuan'],
    'RMB',
  ),
  currency(
    'AUD',
    'Australian dollar',
    ['A$', 'AU$', 'AUD'],
    ['australian dollars', 'australian dollar'],
    'A$',
  ),
  currency('BRL', 'Brazilian real', ['R$', 'BRL'], ['brazilian reais', 'brazilian real', 'reais'], 'R$'),
  currency(
    'CAD',
    'Canadian dollar',
    ['Cdn$', 'CDN$', 'CA$', 'C$', 'CAD'],
    ['canadian dollars', 'canadian dollar'],
    'C$',
  ),
  currency('CHF', 'Swiss franc', ['CHF', 'SFr.', 'Sfr'], ['swiss francs', 'swiss franc']),
  currency(
    'DEM',
    'German mark',
    ['DEM', 'DM'],
    ['deutsche marks', 'deutsche mark', 'german marks', 'german mark'],
  ),
  currency('DKK', 'Danish krone', ['DKK'], ['danish kroner', 'danish krone']),
  currency(
    'HKD',
    'Hong Kong dollar',
    ['HK$', 'HKD'],
    ['hong kong dollars', 'hong kong dollar', 'hk dollars', 'hk dollar'],
    'HK$',
  ),
  currency('INR', 'Indian rupee', ['₹', 'INR', 'Rs.'], ['indian rupees', 'indian rupee'], '₹'),
  currency('KRW', 'South Korean won', ['₩', '￦', 'KRW'], ['south korean won', 'korean won', 'won'], '₩'),
  currency('LKR', 'Sri Lankan rupee', ['LKR'], ['sri lankan rupees', 'sri lankan rupee']),
  currency('MXN', 'Mexican peso', ['MXN', 'Mex$', 'Ps.'], ['mexican pesos', 'mexican peso'], 'Ps.'),
  currency('MYR', 'Malaysian ringgit', ['MYR', 'RM'], ['malaysian ringgit', 'ringgit'], 'RM'),
  currency('NOK', 'Norwegian krone', ['NOK'], ['norwegian kroner', 'norwegian krone']),
  currency('NZD', 'New Zealand dollar', ['NZ$', 'NZD'], ['new zealand dollars', 'new zealand dollar'], 'NZ$'),
  currency('SEK', 'Swedish krona', ['SEK'], ['swedish kronor', 'swedish krona', 'kronor']),
  currency('SGD', 'Singapore dollar', ['S$', 'SGD'], ['singapore dollars', 'singapore dollar'], 'S$'),
  currency('THB', 'Thai baht', ['฿', 'THB'], ['thai baht', 'baht'], '฿'),
  currency(
    'TWD',
    'Taiwan dollar',
    ['NT$', 'TWD'],
    ['new taiwan dollars', 'new taiwan dollar', 'taiwan dollars', 'taiwan dollar', 'nt dollars', 'nt dollar'],
    'NT$',
  ),
  currency(
    'VES',
    'Venezuelan bolivar',
    ['VES', 'Bs.'],
    ['venezuelan bolivars', 'venezuelan bolivar', 'bolivars', 'bolivar'],
    'Bs.',
  ),
  currency('ZAR', 'South African rand', ['ZAR'], ['south african rand', 'rand']),
  currency(
    'ILS',
    'Israeli shekel',
    ['NIS', 'ILS', '₪'],
    ['new israeli shekels', 'new israeli shekel', 'shekels'],
    'NIS',
  ),
  currency('ARS', 'Argentine peso', ['ARS', 'AR$'], ['argentine pesos', 'argentine peso']),
  currency('CLP', 'Chilean peso', ['CLP', 'Ch$'], ['chilean pesos', 'chilean peso'], 'Ch$'),
  currency('COP', 'Colombian peso', ['COP', 'COL$'], ['colombian pesos', 'colombian peso']),
  currency('RUB', 'Russian ruble', ['₽', 'RUB'], ['russian rubles', 'russian ruble', 'rubles'], '₽'),
  currency('TRY', 'Turkish lira', ['₺', 'TRY'], ['turkish liras', 'turkish lira'], '₺'),
  currency('IDR', 'Indonesian rupiah', ['IDR', 'Rp'], ['indonesian rupiah', 'rupiah'], 'Rp'),
  currency('PHP', 'Philippine peso', ['PHP', '₱'], ['philippine pesos', 'philippine peso'], '₱'),
];

const BY_CODE = new Map(CURRENCIES.map((entry) => [entry.code, entry]));

/** The currency of an ISO code, in either case. Throws `InputError` for one that we do not know. */
export function currencyOf(code: string): Currency {
  const found = BY_CODE.get(code.toUpperCase());
  if (found === undefined) {
    throw new InputError(
      'unknown-currency',
      `Unknown currency "${code}", expected an ISO code such as JPY, EUR or CNY`,
    );
  }
  return found;
}

/** The name for a sentence, or the code itself where we have none. */
export function currencyName(code: CurrencyCode): string {
  return BY_CODE.get(code)?.name ?? code;
}

/** `JPY/USD`: units of `quote` for one of `base`. */
export function rateUnit(quote: CurrencyCode, base: CurrencyCode): RateUnit {
  return `${quote}/${base}`;
}

function currency(
  code: CurrencyCode,
  name: string,
  signs: readonly string[],
  words: readonly string[],
  printed = signs.includes('$') ? '$' : code,
): Currency {
  return { code, name, signs, words, printed };
}
