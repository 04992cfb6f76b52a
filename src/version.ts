/** Of this package; a test holds it equal to package.json, so that a bundle need not find that file. */
export const VERSION = '0.1.0';
