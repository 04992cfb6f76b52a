/**
 * What to do where the environment names a proxy that Node does not use by itself; undefined where it names none, or
 * Node was told to use it. Source: Node.js, command-line options, NODE_USE_ENV_PROXY (since 24.0 for what we fetch with).
 */
export function proxyHint(
  env: Readonly<Record<string, string | undefined>>,
  nodeVersion: string,
): string | undefined {
  const name = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].find(
    (each) => (env[each] ?? '') !== '',
  );
  if (name === undefined) return undefined;
  const knowsProxies = Number.parseInt(nodeVersion, 10) >= 24;
  if (!knowsProxies)
    return `${name} is set, but this Node ${nodeVersion} uses no proxy: take Node 24 or newer, or a browser`;
  if (env.NODE_USE_ENV_PROXY === '1' && !name.toUpperCase().startsWith('ALL')) return undefined;
  return `${name} is set: to go through that proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1`;
}
