export type * from './filing.js';
