/** Three years of an invented company, in millions of yen, the latest first: years ended March 31, 2018, 2017, 2016. */
type Years = readonly [number, number, number];

const sum = (...all: readonly Years[]): Years =>
  [0, 1, 2].map((at) => all.reduce((total, years) => total + (years[at] ?? 0), 0)) as unknown as Years;
const less = (from: Years, ...all: readonly Years[]): Years => {
  const taken = sum(...all);
  return [from[0] - taken[0], from[1] - taken[1], from[2] - taken[2]];
};

export const seafood: Years = [197_854, 189_317, 182_436];
export const frozen: Years = [158_406, 147_928, 141_275];
export const logistics: Years = [43_729, 40_163, 38_214];
export const revenue = sum(seafood, frozen, logistics);
export const cost: Years = [294_876, 279_635, 268_547];
export const gross = less(revenue, cost);
export const selling: Years = [74_582, 70_946, 68_213];
export const research: Years = [4_718, 4_395, 4_187];
export const expenses = sum(selling, research);
export const operating = less(gross, expenses);
export const interestIncome: Years = [431, 385, 412];
export const interestExpense: Years = [1_092, 1_187, 1_236];
export const otherNet: Years = [467, -254, 318];
export const pretax = less(sum(operating, interestIncome, otherNet), interestExpense);
export const taxes: Years = [7_686, 6_627, 6_551];
export const net = less(pretax, taxes);
export const minority: Years = [518, 412, 384];
export const attributable = less(net, minority);
/** Thousands of shares. */
export const shares: Years = [141_862, 142_350, 142_350];

/** Income of the segments; corporate expenses come off. */
export const seafoodIncome: Years = [13_942, 12_316, 11_874];
export const frozenIncome: Years = [10_687, 9_418, 8_653];
export const logisticsIncome: Years = [3_254, 2_871, 2_596];
export const corporate = less(operating, seafoodIncome, frozenIncome, logisticsIncome);

/** Two balance sheets: March 31, 2018 and 2017. */
type Dates = readonly [number, number];
const add = (...all: readonly Dates[]): Dates =>
  [0, 1].map((at) => all.reduce((total, dates) => total + (dates[at] ?? 0), 0)) as unknown as Dates;
const off = (from: Dates, ...all: readonly Dates[]): Dates => {
  const taken = add(...all);
  return [from[0] - taken[0], from[1] - taken[1]];
};

export const cash: Dates = [34_302, 33_527];
export const receivables: Dates = [52_318, 49_876];
export const inventories: Dates = [47_605, 45_932];
export const otherCurrent: Dates = [6_247, 5_813];
export const currentAssets = add(cash, receivables, inventories, otherCurrent);
export const equipment: Dates = [86_439, 83_275];
export const goodwill: Dates = [12_856, 12_416];
export const investments: Dates = [21_374, 19_648];
export const otherAssets: Dates = [4_562, 4_239];
export const assets = add(currentAssets, equipment, goodwill, investments, otherAssets);
export const payables: Dates = [36_742, 35_168];
export const shortDebt: Dates = [18_500, 20_000];
export const accrued: Dates = [14_263, 13_594];
export const currentLiabilities = add(payables, shortDebt, accrued);
export const longDebt: Dates = [42_000, 46_500];
export const otherLiabilities: Dates = [9_127, 8_846];
export const liabilities = add(currentLiabilities, longDebt, otherLiabilities);
export const commonStock: Dates = [24_350, 24_350];
export const surplus: Dates = [18_417, 18_392];
export const dividends = 3_845;
export const retained: Dates = [96_328 + attributable[0] - dividends, 96_328];
export const noncontrolling: Dates = [6_873, 6_542];
export const comprehensive: Dates = off(
  off(assets, liabilities),
  commonStock,
  surplus,
  retained,
  noncontrolling,
);
export const equity = add(commonStock, surplus, retained, comprehensive, noncontrolling);

/** Cash flows of the year ended March 31, 2018 alone are told in full; the movements make up the change in cash. */
export const depreciation: Years = [11_284, 10_937, 10_526];
export const workingCapital: Years = [-2_541, -1_836, -2_207];
export const fromOperations = sum(net, depreciation, workingCapital);
export const spentOnEquipment: Years = [-14_816, -12_954, -12_317];
export const boughtInvestments: Years = [-1_352, -876, -1_148];
export const fromInvesting = sum(spentOnEquipment, boughtInvestments);
export const repaid: Years = [-6_000, -5_500, -4_800];
export const dividendsPaid: Years = [-dividends, -3_701, -3_416];
export const fromFinancing = sum(repaid, dividendsPaid);
export const exchangeEffect: Years = [
  cash[0] - cash[1] - fromOperations[0] - fromInvesting[0] - fromFinancing[0],
  -186,
  245,
];
export const changeInCash = sum(fromOperations, fromInvesting, fromFinancing, exchangeEffect);
export const openingCash: Years = [
  cash[1],
  cash[1] - changeInCash[1],
  cash[1] - changeInCash[1] - changeInCash[2],
];
export const closingCash: Years = [cash[0], cash[1], openingCash[1]];

/** Yen per dollar on March 30, 2018: the noon buying rate. */
export const RATE = 106.2;

/** What became of equity in the year ended March 31, 2018. */
export const otherComprehensive = comprehensive[0] - comprehensive[1];
export const minorityDividends = noncontrolling[1] + minority[0] - noncontrolling[0];
export const treasurySale = surplus[0] - surplus[1];

/** The allowance for doubtful receivables, by year. */
export const allowanceAdded: Years = [236, 214, 187];
export const allowanceUsed: Years = [-158, -173, -142];
export const openingAllowance: Years = [1_284, 1_243, 1_198];
export const closingAllowance = sum(openingAllowance, allowanceAdded, allowanceUsed);

/** Employees at March 31, by segment. */
export const employees: Years = [3_246, 3_187, 3_118];
/** Shares of the principal shareholders, in thousands. */
export const holders: readonly (readonly [name: string, shares: number])[] = [
  ['Minato Fishery Cooperative', 21_408],
  ['Shiokaze Trust Bank, Ltd.', 14_562],
  ['Hoshino Warehouse Co., Ltd.', 9_873],
];
export const outstanding = 141_862;
