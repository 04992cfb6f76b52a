import * as accounts from './accounts.js';
import {
  centered,
  columns,
  group,
  inYen,
  line,
  type Part,
  paragraph,
  printed,
  quotient,
  type ReportRow,
  table,
  total,
} from './report.js';

const THREE_YEARS = [[{ text: 'Year ended March 31,', over: 3 }], columns('2018', '2017', '2016')];

const minus = (values: readonly number[]) => values.map((value) => -value);

/** The four statements, as on the pages that begin with F. */
export const statements: readonly Part[] = [
  centered(
    'MINATO FOODS CO., LTD. AND SUBSIDIARIES',
    'CONSOLIDATED BALANCE SHEETS',
    'March 31, 2018 and 2017',
  ),
  balanceSheet(),
  centered(
    'MINATO FOODS CO., LTD. AND SUBSIDIARIES',
    'CONSOLIDATED STATEMENTS OF INCOME',
    'Years ended March 31, 2018, 2017 and 2016',
  ),
  incomeStatement(),
  centered(
    'MINATO FOODS CO., LTD. AND SUBSIDIARIES',
    'CONSOLIDATED STATEMENTS OF CHANGES IN EQUITY',
    'Year ended March 31, 2018',
  ),
  equityStatement(),
  centered(
    'MINATO FOODS CO., LTD. AND SUBSIDIARIES',
    'CONSOLIDATED STATEMENTS OF CASH FLOWS',
    'Years ended March 31, 2018, 2017 and 2016',
  ),
  cashFlows(),
  paragraph('The accompanying notes are an integral part of these consolidated financial statements.'),
];

/** Two dates in yen, the latter also in dollars. */
function balanceSheet(): Part {
  const a = accounts;
  const row = (make: typeof line, label: string, values: readonly number[], level = 1): ReportRow =>
    make(label, [values[0] ?? 0, values[1] ?? 0, dollars(values[0] ?? 0)], level);
  const signed = (made: ReportRow): ReportRow => {
    const [now = '', before = '', translated = ''] = made.values;
    return { ...made, values: [`¥${now}`, `¥${before}`, `$${translated}`] };
  };
  return table(
    [
      [
        { text: 'Millions of yen', over: 2 },
        { text: 'Thousands of U.S. dollars', over: 1 },
      ],
      columns('2018', '2017', '2018'),
    ],
    [
      group('ASSETS'),
      group('Current assets:'),
      signed(row(line, 'Cash and cash equivalents', a.cash)),
      row(line, 'Trade receivables, net', a.receivables),
      row(line, 'Inventories', a.inventories),
      row(line, 'Other current assets', a.otherCurrent),
      row(total, 'Total current assets', a.currentAssets, 2),
      row(line, 'Property, plant and equipment, net', a.equipment, 0),
      row(line, 'Goodwill', a.goodwill, 0),
      row(line, 'Investments', a.investments, 0),
      row(line, 'Other assets', a.otherAssets, 0),
      signed(row(total, 'Total assets', a.assets, 0)),
      group('LIABILITIES AND EQUITY'),
      group('Current liabilities:'),
      signed(row(line, 'Trade payables', a.payables)),
      row(line, 'Short-term borrowings', a.shortDebt),
      row(line, 'Accrued expenses', a.accrued),
      row(total, 'Total current liabilities', a.currentLiabilities, 2),
      row(line, 'Long-term debt', a.longDebt, 0),
      row(line, 'Other long-term liabilities', a.otherLiabilities, 0),
      row(total, 'Total liabilities', a.liabilities, 0),
      group('Equity:'),
      row(line, 'Common stock', a.commonStock),
      row(line, 'Capital surplus', a.surplus),
      row(line, 'Retained earnings', a.retained),
      row(line, 'Accumulated other comprehensive loss', a.comprehensive),
      row(line, 'Noncontrolling interests', a.noncontrolling),
      row(total, 'Total equity', a.equity, 0),
      signed(row(total, 'Total liabilities and equity', a.assets, 0)),
    ],
  );
}

/** Thousands of dollars of an amount in millions of yen at the stated rate. */
export function dollars(millions: number): string {
  const thousands = quotient(millions * 100_000, Math.round(accounts.RATE * 100), 0);
  return thousands.startsWith('-') ? `(${thousands.slice(1)})` : thousands;
}

function incomeStatement(): Part {
  const a = accounts;
  return table(
    [[{ text: 'Millions of yen, except per share amounts', over: 3 }], columns('2018', '2017', '2016')],
    [
      inYen(line('Net sales', a.revenue)),
      line('Cost of sales', a.cost),
      total('Gross profit', a.gross),
      group('Operating expenses:'),
      line('Selling, general and administrative', a.selling, 1),
      line('Research and development', a.research, 1),
      total('Total operating expenses', a.expenses, 2),
      total('Operating income', a.operating),
      group('Other income (expenses):'),
      line('Interest income', a.interestIncome, 1),
      line('Interest expense', minus(a.interestExpense), 1),
      line('Other, net', a.otherNet, 1),
      total('Income before income taxes', a.pretax),
      line('Income taxes', a.taxes),
      total('Net income', a.net),
      line('Less: Net income attributable to noncontrolling interests', a.minority),
      inYen(total('Net income attributable to Minato Foods Co., Ltd.', a.attributable)),
      group('Per share of common stock (in yen):'),
      line(
        'Basic net income attributable to Minato Foods Co., Ltd.',
        a.attributable.map((value, at) => `¥${quotient(value * 1000, a.shares[at] ?? 1, 2)}`),
        1,
      ),
      line('Weighted average shares outstanding (in thousands)', a.shares, 1),
    ],
  );
}

function equityStatement(): Part {
  const a = accounts;
  const at = (index: 0 | 1) => [
    a.commonStock[index],
    a.surplus[index],
    a.retained[index],
    a.comprehensive[index],
    a.noncontrolling[index],
    a.equity[index],
  ];
  return table(
    [
      columns(
        'Common stock',
        'Capital surplus',
        'Retained earnings',
        'Accumulated other comprehensive loss',
        'Noncontrolling interests',
        'Total equity',
      ),
    ],
    [
      inYen(total('Balance at March 31, 2017', at(1))),
      line('Net income', [0, 0, a.attributable[0], 0, a.minority[0], a.net[0]]),
      line('Other comprehensive income', [0, 0, 0, a.otherComprehensive, 0, a.otherComprehensive]),
      line('Cash dividends', [
        0,
        0,
        -a.dividends,
        0,
        -a.minorityDividends,
        -a.dividends - a.minorityDividends,
      ]),
      line('Sale of treasury stock', [0, a.treasurySale, 0, 0, 0, a.treasurySale]),
      inYen(total('Balance at March 31, 2018', at(0))),
    ],
  );
}

function cashFlows(): Part {
  const a = accounts;
  return table(
    [[{ text: 'Millions of yen', over: 3 }], columns('2018', '2017', '2016')],
    [
      group('Cash flows from operating activities:'),
      inYen(line('Net income', a.net, 1)),
      line('Depreciation and amortization', a.depreciation, 1),
      line('Changes in operating assets and liabilities', a.workingCapital, 1),
      total('Net cash provided by operating activities', a.fromOperations, 2),
      group('Cash flows from investing activities:'),
      line('Purchases of property, plant and equipment', a.spentOnEquipment, 1),
      line('Purchases of investments', a.boughtInvestments, 1),
      total('Net cash used in investing activities', a.fromInvesting, 2),
      group('Cash flows from financing activities:'),
      line('Repayments of long-term debt', a.repaid, 1),
      line('Cash dividends paid', a.dividendsPaid, 1),
      total('Net cash used in financing activities', a.fromFinancing, 2),
      line('Effect of exchange rate changes on cash', a.exchangeEffect),
      total('Net increase in cash and cash equivalents', a.changeInCash),
      line('Cash and cash equivalents at beginning of year', a.openingCash),
      inYen(total('Cash and cash equivalents at end of year', a.closingCash)),
    ],
  );
}

/** Note 3 to the statements. */
export function allowanceTable(): Part {
  const a = accounts;
  return table(THREE_YEARS, [
    inYen(line('Balance at beginning of year', a.openingAllowance)),
    line('Provision for doubtful receivables', a.allowanceAdded),
    line('Write-offs', a.allowanceUsed),
    inYen(total('Balance at end of year', a.closingAllowance)),
  ]);
}

/** Note 5 to the statements: segments in columns. */
export function segmentTable(): Part {
  const a = accounts;
  const row = (label: string, parts: readonly number[]) =>
    line(label, [...parts, parts.reduce((sum, part) => sum + part, 0)]);
  return table(
    [columns('Seafood', 'Frozen foods', 'Logistics', 'Corporate', 'Consolidated')],
    [
      group('Year ended March 31, 2018:'),
      inYen(row('Net sales to customers', [a.seafood[0], a.frozen[0], a.logistics[0], 0])),
      row('Operating income (loss)', [
        a.seafoodIncome[0],
        a.frozenIncome[0],
        a.logisticsIncome[0],
        a.corporate[0],
      ]),
      group('Year ended March 31, 2017:'),
      inYen(row('Net sales to customers', [a.seafood[1], a.frozen[1], a.logistics[1], 0])),
      row('Operating income (loss)', [
        a.seafoodIncome[1],
        a.frozenIncome[1],
        a.logisticsIncome[1],
        a.corporate[1],
      ]),
    ],
  );
}

/** Sales by segment with the change from year to year, for Item 5. */
export function salesByYear(): Part {
  const a = accounts;
  const row = (make: typeof line, label: string, [now, before]: readonly [number, number, number]) =>
    make(label, [now, before, now - before, `${quotient((now - before) * 100, before, 1)}%`]);
  return table(
    [
      [
        { text: 'Year ended March 31,', over: 2 },
        { text: 'Change', over: 2 },
      ],
      columns('2018', '2017', 'Amount', 'Percent'),
    ],
    [
      inYenButLast(row(line, 'Seafood', a.seafood)),
      row(line, 'Frozen foods', a.frozen),
      row(line, 'Logistics', a.logistics),
      inYenButLast(row(total, 'Net sales', a.revenue)),
    ],
  );
}

/** Sales by segment as shares of the whole, for Item 4. */
export function salesShares(): Part {
  const a = accounts;
  const share = (value: number, whole: number) => `${quotient(value * 100, whole, 1)}%`;
  const row = (label: string, [now, before]: readonly [number, number, number]) =>
    line(label, [printed(now), share(now, a.revenue[0]), printed(before), share(before, a.revenue[1])]);
  return table(
    [
      [
        { text: '2018', over: 2 },
        { text: '2017', over: 2 },
      ],
      columns('Amount', '% of net sales', 'Amount', '% of net sales'),
    ],
    [
      row('Seafood', a.seafood),
      row('Frozen foods', a.frozen),
      row('Logistics', a.logistics),
      total('Net sales', [a.revenue[0], '100.0%', a.revenue[1], '100.0%']),
    ],
  );
}

function inYenButLast(row: ReportRow): ReportRow {
  return {
    ...row,
    values: [...inYen({ ...row, values: row.values.slice(0, -1) }).values, row.values.at(-1) ?? ''],
  };
}
