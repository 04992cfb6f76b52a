import { InputError } from '../../value/index.js';

/** The H.10 release as zipped XML, which the Board offers on https://www.federalreserve.gov/releases/h10/ */
export const H10_ADDRESS = 'https://www.federalreserve.gov/releases/h10/data/FRB_h10_xml.zip';
/** One series as CSV, named by `?id=DEXJPUS`. */
export const FRED_ADDRESS = 'https://fred.stlouisfed.org/graph/fredgraph.csv';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** Publishers whose servers have several names. */
const PUBLISHERS = ['federalreserve.gov', 'stlouisfed.org'];

/**
 * Reads the address of a publisher or of a mirror: https, or http on this machine. Throws `InputError` ('bad-option')
 * that names the option.
 */
export function fetchAddress(text: string, option: string): URL {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address === null || !isSafe(address) || address.username !== '' || address.password !== '') {
    throw new InputError(
      'bad-option',
      `Unexpected ${option} "${text.slice(0, 100)}", expected an https address without a password, or http on 127.0.0.1`,
    );
  }
  return address;
}

/** The address of one series of FRED. */
export function fredSeriesAddress(base: URL, series: string): URL {
  const address = new URL(base);
  address.searchParams.set('id', series);
  return address;
}

/** Whether an answer may send us on: to https of the same publisher; on this machine, to the same server. */
export function mayRedirect(from: URL, to: URL): boolean {
  if (LOOPBACK.test(from.hostname)) return to.origin === from.origin;
  if (to.protocol !== 'https:' || to.username !== '' || to.password !== '') return false;
  const base =
    PUBLISHERS.find((publisher) => isWithin(from.hostname, publisher)) ?? from.hostname.replace(/^www\./, '');
  return isWithin(to.hostname, base);
}

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
