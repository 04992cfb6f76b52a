import * as accounts from './accounts.js';
import {
  centered,
  columns,
  group,
  heading,
  inYen,
  item,
  line,
  type Part,
  paragraph,
  percent,
  printed,
  quotient,
  subItem,
  table,
  total,
} from './report.js';
import { allowanceTable, salesByYear, salesShares, segmentTable, statements } from './statements.js';

const million = (value: number) => `¥${printed(value)} million`;
const billion = (value: number) => `¥${quotient(value, 1000, 1)} billion`;

/** The annual report of Minato Foods Co., Ltd., an invented company, for the year ended March 31, 2018. */
export function report(): readonly Part[] {
  return [
    ...cover(),
    ...keyInformation(),
    ...business(),
    ...review(),
    ...people(),
    ...rest(),
    ...statements,
    ...notes(),
  ];
}

function cover(): Part[] {
  return [
    centered('UNITED STATES SECURITIES AND EXCHANGE COMMISSION', 'Washington, D.C. 20549'),
    centered('FORM 20-F'),
    paragraph('ANNUAL REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934'),
    centered('For the fiscal year ended March 31, 2018'),
    centered('MINATO FOODS CO., LTD.', '(Exact name of Registrant as specified in its charter)'),
    paragraph(
      `As of March 31, 2018, ${printed(accounts.outstanding)},000 shares of common stock were outstanding.`,
    ),
    paragraph(
      'In this report, “we” and “our” mean Minato Foods Co., Ltd. and its subsidiaries, and “fiscal 2018” means the year ended March 31, 2018; other years are named in the same way.',
    ),
  ];
}

function keyInformation(): Part[] {
  return [
    item('Item 1. Identity of Directors, Senior Management and Advisers'),
    paragraph('Not applicable.'),
    item('Item 2. Offer Statistics and Expected Timetable'),
    paragraph('Not applicable.'),
    item('Item 3. Key Information'),
    subItem('A. Selected Financial Data'),
    paragraph('Selected data of the years ended March 31, in millions of yen:'),
    selectedData(),
    heading('Exchange rates'),
    paragraph(
      'The table shows noon buying rates for cable transfers in yen per U.S. $1.00, as certified by the Federal Reserve Bank of New York.',
    ),
    rateTable(),
    paragraph(
      '(1) For fiscal years, the average of the noon buying rates on the last business day of each month; for months, the average of the daily noon buying rates.',
    ),
    paragraph('The noon buying rate on March 30, 2018 was ¥106.20 per U.S. $1.00.'),
    subItem('B. Capitalization and Indebtedness'),
    paragraph('Not applicable.'),
    subItem('C. Reasons for the Offer and Use of Proceeds'),
    paragraph('Not applicable.'),
    subItem('D. Risk Factors'),
    heading('A poor catch in the northern grounds would raise our costs.'),
    paragraph(
      'We buy most of our fish from boats that work the northern grounds. A poor season there raises what we pay, and we may not be able to pass it on.',
    ),
  ];
}

function selectedData(): Part {
  const { revenue, operating, net } = accounts;
  return table(
    [columns('2018', '2017', '2016')],
    [inYen(line('Net sales', revenue)), line('Operating income', operating), line('Net income', net)],
  );
}

function rateTable(): Part {
  return table(
    [columns('High', 'Low', 'Average (1)', 'Period-end')],
    [
      group('Year ended March 31,'),
      line('2014', ['¥105.25', '¥92.96', '¥100.46', '¥102.98'], 1),
      line('2015', ['121.50', '101.26', '110.78', '119.96'], 1),
      line('2016', ['125.58', '111.30', '120.13', '112.42'], 1),
      line('2017', ['118.32', '100.07', '108.31', '111.41'], 1),
      line('2018', ['114.25', '104.83', '110.70', '106.20'], 1),
      group('Month of 2018'),
      line('January', ['113.18', '108.38', '110.87', '109.31'], 1),
      line('February', ['110.40', '106.10', '107.97', '106.62'], 1),
      line('March', ['106.91', '104.83', '106.05', '106.20'], 1),
      line('April', ['109.33', '105.99', '107.66', '109.28'], 1),
      line('May', ['111.08', '108.62', '109.69', '108.73'], 1),
      line('June', ['110.71', '109.45', '110.06', '110.71'], 1),
    ],
  );
}

function business(): Part[] {
  const { revenue, seafood, employees } = accounts;
  return [
    item('Item 4. Information on the Company'),
    subItem('A. History and Development of the Company'),
    paragraph(
      'Minato Foods Co., Ltd. was founded in 1951. Hoshino Warehouse Co., Ltd. has stored our goods since then; we rent four of the buildings of Hoshino Warehouse Co., Ltd.',
    ),
    subItem('B. Business Overview'),
    paragraph('Net sales by segment, in millions of yen, for the years ended March 31:'),
    salesShares(),
    paragraph(
      `In fiscal 2018, net sales of the seafood segment of ${million(seafood[0])} represented ${percent(seafood[0], revenue[0])} of our net sales of ${million(revenue[0])}.`,
    ),
    paragraph(
      `We had ${printed(employees[0])} employees at March 31, 2018, compared with ${printed(employees[1])} at March 31, 2017, an increase of ${employees[0] - employees[1]}.`,
    ),
    item('Item 4A. Unresolved Staff Comments'),
    paragraph('None.'),
  ];
}

function review(): Part[] {
  const a = accounts;
  return [
    item('Item 5. Operating and Financial Review and Prospects'),
    subItem('A. Operating Results'),
    paragraph('The following table shows net sales by segment, in millions of yen:'),
    salesByYear(),
    paragraph(
      `Net sales increased by ${billion(a.revenue[0] - a.revenue[1])}, or ${percent(a.revenue[0] - a.revenue[1], a.revenue[1])}, to ${billion(a.revenue[0])} in fiscal 2018 from ${billion(a.revenue[1])} in fiscal 2017.`,
    ),
    paragraph(
      `Operating income was ${million(a.operating[0])} in fiscal 2018, an increase of ${percent(a.operating[0] - a.operating[1], a.operating[1])} from ${million(a.operating[1])} in fiscal 2017.`,
    ),
    paragraph(
      `Interest expense decreased to ${million(a.interestExpense[0])} in fiscal 2018 from ${million(a.interestExpense[1])} in fiscal 2017.`,
    ),
    paragraph('Costs and margins, in millions of yen, for the years ended March 31:'),
    marginTable(),
    subItem('B. Liquidity and Capital Resources'),
    paragraph(
      `Cash and cash equivalents were ${million(a.cash[0])} at March 31, 2018. Total assets were ${million(a.assets[0])} at March 31, 2018.`,
    ),
    paragraph(
      'Note 3 to our consolidated financial statements tells of the allowance for doubtful receivables.',
    ),
  ];
}

function marginTable(): Part {
  const { revenue, gross, pretax, taxes } = accounts;
  return table(
    [columns('2018', '2017', '2016')],
    [
      inYen(line('Net sales', revenue)),
      line('Gross profit', gross),
      line(
        'Gross margin',
        gross.map((value, at) => percent(value, revenue[at] ?? 1)),
      ),
      line('Income before income taxes', pretax),
      line('Income taxes', taxes),
      line(
        'Effective tax rate',
        taxes.map((value, at) => percent(value, pretax[at] ?? 1)),
      ),
    ],
  );
}

function people(): Part[] {
  const { employees, holders, outstanding } = accounts;
  const average = quotient(
    employees.reduce((sum, each) => sum + each, 0),
    3,
    0,
  );
  const held = holders.reduce((sum, [, shares]) => sum + shares, 0);
  return [
    item('Item 6. Directors, Senior Management and Employees'),
    subItem('D. Employees'),
    paragraph('The number of our employees at March 31, and the average of the three years:'),
    table([columns('2018', '2017', '2016', 'Average')], [line('Employees', [...employees, average])]),
    item('Item 7. Major Shareholders and Related Party Transactions'),
    subItem('A. Major Shareholders'),
    paragraph(
      `The table shows the holders of more than five percent of our shares at March 31, 2018, when ${printed(outstanding)},000 shares were outstanding.`,
    ),
    table(
      [columns('Number of shares held', 'Percentage of shares outstanding')],
      [
        ...holders.map(([name, shares]) =>
          line(name, [`${printed(shares)},000`, percent(shares, outstanding)]),
        ),
        total('Total', [`${printed(held)},000`, percent(held, outstanding)]),
      ],
    ),
  ];
}

function rest(): Part[] {
  return [
    item('Item 8. Financial Information'),
    paragraph('See Item 18. Our annual meeting was held on Thursday, June 28, 2018.'),
    item('Item 9. The Offer and Listing'),
    paragraph('Our shares are listed on the first section of the Tokyo Stock Exchange.'),
    item('Item 10. Additional Information'),
    paragraph('Our articles of incorporation are filed as an exhibit to this report.'),
    item('Item 11. Quantitative and Qualitative Disclosures About Market Risk'),
    paragraph('We do not hold instruments for trading.'),
    item('Item 12. Description of Securities Other than Equity Securities'),
    paragraph('Not applicable.'),
    item('Item 13. Defaults, Dividend Arrearages and Delinquencies'),
    paragraph('None.'),
    item('Item 14. Material Modifications to the Rights of Security Holders and Use of Proceeds'),
    paragraph('None.'),
    item('Item 15. Controls and Procedures'),
    paragraph('Our disclosure controls and procedures were effective at March 31, 2018.'),
    item('Item 16A. Audit Committee Financial Expert'),
    paragraph('Our board has no audit committee financial expert.'),
    item('Item 16B. Code of Ethics'),
    paragraph('Our code of ethics is filed as an exhibit to this report.'),
    item('Item 16C. Principal Accountant Fees and Services'),
    paragraph('Fees for the years ended March 31, in millions of yen:'),
    table(
      [columns('2018', '2017')],
      [
        inYen(line('Audit fees', [184, 176])),
        line('Audit-related fees', [23, 19]),
        line('Tax fees', [31, 28]),
        inYen(total('Total', [238, 223])),
      ],
    ),
    item('Item 16D. Exemptions from the Listing Standards for Audit Committees'),
    paragraph('Not applicable.'),
    item('Item 16E. Purchases of Equity Securities by the Issuer and Affiliated Purchasers'),
    paragraph('None.'),
    item('Item 16F. Change in Registrant’s Certifying Accountant'),
    paragraph('None.'),
    item('Item 16G. Corporate Governance'),
    paragraph('Not applicable.'),
    item('Item 16H. Mine Safety Disclosure'),
    paragraph('Not applicable.'),
    item('Item 17. Financial Statements'),
    paragraph('Not applicable.'),
    item('Item 18. Financial Statements'),
    paragraph('The consolidated financial statements begin after Item 19.'),
    item('Item 19. Exhibits'),
    paragraph('1.1 Articles of Incorporation of Minato Foods Co., Ltd.'),
    paragraph('11.1 Code of Ethics of Minato Foods Co., Ltd.'),
  ];
}

function notes(): Part[] {
  return [
    centered('MINATO FOODS CO., LTD. AND SUBSIDIARIES', 'NOTES TO CONSOLIDATED FINANCIAL STATEMENTS'),
    heading('1. Nature of Operations'),
    paragraph('Minato Foods Co., Ltd. catches, freezes, stores and sells fish and other foods in Japan.'),
    heading('2. Translation into United States Dollars'),
    paragraph(
      'Amounts in U.S. dollars are included solely for the convenience of readers and are translated at the rate of ¥106.20 = U.S. $1.00, the noon buying rate on March 30, 2018.',
    ),
    heading('3. Allowance for Doubtful Receivables'),
    paragraph('Changes in the allowance for doubtful receivables, in millions of yen, were:'),
    allowanceTable(),
    heading('4. Common Stock'),
    paragraph('No shares were issued in the three years ended March 31, 2018.'),
    heading('5. Segments'),
    paragraph('Net sales and operating income by segment, in millions of yen, were:'),
    segmentTable(),
  ];
}
