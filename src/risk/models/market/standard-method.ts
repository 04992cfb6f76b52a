import type { MarketMethod } from './market-factor.js';

/** How value at risk is measured where nobody says otherwise: Item 305's usual choice, each printed with the number. */
export const STANDARD_METHOD: MarketMethod = {
  method: 'historical-simulation',
  volatility: 'sample',
  decay: 0.94,
  window: 500,
  horizonDays: 10,
  level: 0.99,
  mean: 'zero',
  horizonRule: 'square-root-of-time',
  quantileRule: 'order-statistic',
  accrual: 'year-average',
};
