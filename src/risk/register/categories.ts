/** A category of risk, and the words of a heading that speak for it: stems, matched at the start of a word. */
interface Category {
  readonly name: string;
  /** Stronger signs first; each pattern counts once. */
  readonly words: RegExp;
  /** What a model of such a risk is likely to be. */
  readonly model: 'driver' | 'event' | 'market' | 'dependency' | 'holding' | 'ownership' | null;
}

/** Where no words tell. */
export const UNSORTED = 'unsorted';

const TABLE: readonly Category[] = [
  category('competition', 'driver', 'compet rival new-entrant market-share larger-rivals'),
  category('pricing', 'driver', 'price-per pric tariff discount margin-pressure fee-reduction'),
  category(
    'personnel and key persons',
    'event',
    'key-person key-personnel personnel executive-officer officers-and employ founder president chief-executive management-team hire hiring retain skilled engineers senior-management depend-on-our-chief',
  ),
  category(
    'network interruption',
    'dependency',
    'interrupt outage halt stoppage network-failure system-failure earthquake natural-disaster power-failure breakdown disaster catastroph pandemic disrupt',
  ),
  category(
    'information leak',
    'event',
    'leak personal-information personal-data data-breach security-breach confidential-information privacy unauthorized cyber hack virus',
  ),
  category('growth strain', 'driver', 'growth expansion expand manage-our-growth rapid capacity strain scal'),
  category('technology change', 'driver', 'technolog obsolete new-standards innovat'),
  category(
    'affiliates and investments',
    'holding',
    'affiliate investee joint-venture investments-in equity-method subsidiar acquisition impairment goodwill invest',
  ),
  category(
    'equity prices',
    'holding',
    'stock-price share-prices prices-of-securities market-price-of available-for-sale securities-that-we-hold listed-shares-that stock-holdings marketable-securities equity-securities-we',
  ),
  category(
    'exchange rates',
    'market',
    'exchange-rate stronger-yen weaker-yen stronger-dollar stronger-euro currency currencies yen-against dollar-value fluctuations-in-the-exchange',
  ),
  category(
    'principal shareholder',
    'ownership',
    'principal-shareholder largest-shareholder major-shareholder controlling-shareholder voting pre-emptive preemptive control-of-us dilut shareholder-rights substantial-number-of-shares',
  ),
  category(
    'carriers and suppliers',
    'event',
    'carrier supplier raw-material copper steel components shortage energy electricity power-for vendor third-part outsourc suppl telecommunications-lines procure',
  ),
  category(
    'international',
    'event',
    'international overseas foreign-operations outside-japan abroad political global geopolit tariff',
  ),
  category(
    'project execution',
    'event',
    'project contract-loss systems-integration cost-overrun delivery acceptance construction',
  ),
  category(
    'litigation',
    'event',
    'litigation lawsuit sue claim legal-proceeding intellectual-property infring patent regulat law laws compliance tax license',
  ),
  category(
    'financing',
    'market',
    'debt borrow interest-rate financ liquidity credit-rating loan indebted lease',
  ),
  category(
    'results',
    'driver',
    'net-loss loss-in level-of-revenue revenues-or profits-in deficit operating-results fluctuate profitab quarterly revenue-may demand econom',
  ),
];

/** Those that a register may name without declaring them. */
export const CATEGORIES: readonly string[] = [...TABLE.map(({ name }) => name), UNSORTED];

/** What headings end in whatever they are about. */
const BOILERPLATE =
  /financial (?:condition|results?|position|performance|reporting)|results? of operations?|operating results/g;

/** The category that most words of a heading speak for, the earliest in it where two are even; "unsorted" where none do. */
export function categoryOf(heading: string): string {
  const text = heading
    .toLowerCase()
    .replace(BOILERPLATE, ' ')
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, ' ');
  let best = { name: UNSORTED, score: 0, first: Number.POSITIVE_INFINITY };
  for (const { name, words } of TABLE) {
    const hits = [...text.matchAll(words)];
    // A phrase says more than a word.
    const score = hits.reduce((sum, [hit]) => sum + hit.split(' ').length, 0);
    const first = hits[0]?.index ?? Number.POSITIVE_INFINITY;
    if (score > best.score || (score === best.score && score > 0 && first < best.first)) {
      best = { name, score, first };
    }
  }
  return best.name;
}

/** The kind of model that a risk of the category most likely needs; null where that cannot be said. */
export function likelyModel(category: string): Category['model'] {
  return TABLE.find(({ name }) => name === category)?.model ?? null;
}

/** Words are parted by spaces, the words of a phrase by hyphens. */
function category(name: string, model: Category['model'], words: string): Category {
  const stems = words
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .map((stem) => stem.replaceAll('-', ' '));
  return { name, model, words: new RegExp(`\\b(?:${stems.join('|')})`, 'g') };
}
