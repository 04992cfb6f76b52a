/** Why a connection failed, as a part of a sentence; `fetch` itself says only that it did. */
export function connectionFailure(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'its name is not known here';
    case 'ECONNREFUSED':
      return 'it refuses connections';
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return 'it cannot be reached';
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
      return 'the connection broke off before the answer was whole';
    default:
      if (/CERT|SSL|TLS/.test(code)) return `its certificate was not accepted (${code})`;
      return cause instanceof Error
        ? `the connection failed (${code === '' ? cause.message : code})`
        : 'the connection failed';
  }
}
