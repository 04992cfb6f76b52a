export * from './check.js';
export { type CheckOptions, check } from './engine/run.js';
export { checks } from './registry.js';
