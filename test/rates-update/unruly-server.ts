import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server does with one request. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A local server whose behaviour a test chooses, one for the release and one for FRED. */
export class UnrulyServer {
  h10: Behaviour = answer(404, 'no such file');
  fred: Behaviour = answer(404, 'no such file');
  readonly requests: IncomingMessage[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      this.requests.push(request);
      const isFred = request.url?.startsWith('/fred') === true;
      (isFred ? this.fred : this.h10)(request, response);
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The options that send an update here. */
  get options(): string[] {
    return ['--h10-url', `${this.origin}/h10.zip`, '--fred-url', `${this.origin}/fred.csv`];
  }

  behave(both: Behaviour): void {
    this.h10 = both;
    this.fred = both;
    this.requests.length = 0;
  }
}

export function answer(
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Behaviour {
  return (_request, response) => void response.writeHead(status, headers).end(body);
}

/** Says that the body is longer than what it sends before it hangs up. */
export function answerShort(body: Buffer): Behaviour {
  return (_request, response) => {
    response.writeHead(200, { 'content-length': String(body.length + 1000) });
    response.write(body, () => response.destroy());
  };
}

/** Never answers. */
export const silence: Behaviour = () => {};

/** Begins to answer and then says nothing more. */
export function stall(body: Buffer): Behaviour {
  return (_request, response) => {
    response.writeHead(200, { 'content-length': String(body.length) });
    response.write(body.subarray(0, body.length >> 1));
  };
}

/** Sends for as long as somebody reads. */
export const endless: Behaviour = (_request, response) => {
  const part = Buffer.alloc(1024 * 1024, 'x');
  const send = () => {
    while (!response.destroyed && response.write(part));
  };
  response.writeHead(200).on('drain', send);
  send();
};

/** One behaviour after the other, one a request; the last stays. */
export function inTurn(...behaviours: readonly Behaviour[]): Behaviour {
  let at = 0;
  return (request, response) => {
    const behaviour = behaviours[Math.min(at, behaviours.length - 1)] as Behaviour;
    at += 1;
    behaviour(request, response);
  };
}

/** Each answer leads to another address of the same server. */
export const endlessRedirects: Behaviour = (request, response) => {
  const at = new URL(request.url ?? '/', 'http://127.0.0.1');
  at.searchParams.set('step', String(Number(at.searchParams.get('step') ?? 0) + 1));
  response.writeHead(302, { location: `${at.pathname}${at.search}` }).end();
};
