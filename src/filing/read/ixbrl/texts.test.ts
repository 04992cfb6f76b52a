import { describe, expect, it } from 'vitest';
import { textValue } from './texts.js';

describe('textValue', () => {
  it.each([
    ['September 28, 2024', 'ixt:date-monthname-day-year-en', '2024-09-28'],
    ['Sept. 28, 2024', 'ixt:datemonthdayyearen', '2024-09-28'],
    ['March 31st, 2024', 'ixt:datemonthdayyearen', '2024-03-31'],
    ['31 March 2024', 'ixt:datedaymonthyearen', '2024-03-31'],
    ['03/31/2024', 'ixt:date-month-day-year', '2024-03-31'],
    ['03/31/24', 'ixt:dateslashus', '2024-03-31'],
    ['31.03.2024', 'ixt:datedoteu', '2024-03-31'],
    ['2024-03-31', 'ixt:date-year-month-day', '2024-03-31'],
    ['March 31', 'ixt:date-monthname-day-en', '--03-31'],
    ['12/31', 'ixt:date-month-day', '--12-31'],
    ['February 29', 'ixt:datemonthdayen', '--02-29'],
    ['March 2024', 'ixt:date-monthname-year-en', '2024-03'],
    ['2024年3月31日', 'ixt:dateyearmonthdaycjk', '2024-03-31'],
    ['令和6年3月31日', 'ixt:date-jpn-era-year-month-day', '2024-03-31'],
    ['平成元年4月', 'ixt:dateerayearmonthjp', '1989-04'],
    ['third quarter of 2024', 'ixt-sec:datequarterend', '2024-09-30'],
    ['Q1 2025', 'ixt-sec:datequarterend', '2025-03-31'],
  ])('the date %s by %s is %s', (text, format, value) => {
    expect(textValue(text, format)).toBe(value);
  });

  it.each([
    ['February 30, 2024', 'ixt:date-monthname-day-year-en'],
    ['Smarch 1, 2024', 'ixt:date-monthname-day-year-en'],
    ['31 mars 2024', 'ixt:date-day-monthname-year-fr'],
    ['soon', 'ixt-sec:datequarterend'],
    ['sixteen', 'ixt-sec:duryear'],
    ['a long time', 'ixt-sec:durwordsen'],
    ['Narnia', 'ixt-sec:stateprovnameen'],
    ['Panama', 'ixt-sec:countrynameen'],
  ])('%s by %s stays as printed', (text, format) => {
    expect(textValue(text, format)).toBe(text);
  });

  it.each([
    ['5', 'ixt-sec:duryear', 'P5Y'],
    ['2.5', 'ixt-sec:duryear', 'P2Y6M'],
    ['2.3', 'ixt-sec:duryear', 'P2Y3M18D'],
    ['0.5', 'ixt-sec:duryear', 'P6M'],
    ['0', 'ixt-sec:duryear', 'P0Y'],
    ['18', 'ixt-sec:durmonth', 'P18M'],
    ['1.5', 'ixt-sec:durmonth', 'P1M15D'],
    ['0', 'ixt-sec:durmonth', 'P0M'],
    ['2', 'ixt-sec:durweek', 'P14D'],
    ['90', 'ixt-sec:durday', 'P90D'],
    ['1.5', 'ixt-sec:durday', 'P1DT12H'],
    ['36', 'ixt-sec:durhour', 'PT36H'],
    ['two years and six months', 'ixt-sec:durwordsen', 'P2Y6M'],
    ['ten-year', 'ixt-sec:durwordsen', 'P10Y'],
    ['12 months', 'ixt-sec:durwordsen', 'P12M'],
    ['one year, two weeks and three days', 'ixt-sec:durwordsen', 'P1Y17D'],
    ['none', 'ixt-sec:durwordsen', 'P0D'],
  ])('the duration %s by %s is %s', (text, format, value) => {
    expect(textValue(text, format)).toBe(value);
  });

  it.each([
    ['☒', 'ixt-sec:boolballotbox', 'true'],
    ['☐', 'ixt-sec:boolballotbox', 'false'],
    ['[ x ]', 'ixt-sec:yesnoballotbox', 'Yes'],
    ['anything', 'ixt:fixed-false', 'false'],
    ['not applicable', 'ixt:nocontent', ''],
    ['The New York Stock Exchange', 'ixt-sec:exchnameen', 'NYSE'],
    ['The Nasdaq Stock Market LLC', 'ixt-sec:exchnameen', 'NASDAQ'],
    ['large accelerated filer', 'ixt-sec:entityfilercategoryen', 'Large Accelerated Filer'],
    ['State of Delaware', 'ixt-sec:stateprovnameen', 'DE'],
    ['West Virginia', 'ixt-sec:stateprovnameen', 'WV'],
    ['Kitano Denki Co., Ltd.', null, 'Kitano Denki Co., Ltd.'],
  ])('%s by %s is %s', (text, format, value) => {
    expect(textValue(text, format)).toBe(value);
  });
});
