import type { CommandIo } from './command.js';

/** Control characters, line ends among them, marks that change the direction of writing, and lone surrogates. */
const HARMFUL = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Writes a complaint on standard error: one line and, indented below it, one for each of its details. */
export function complain(message: string, io: Pick<CommandIo, 'err'>, details: readonly string[] = []): void {
  const below = details.map((detail) => `  ${harmless(detail)}\n`);
  io.err(`tickmark: ${harmless(message)}\n${below.join('')}`);
}

/** A file name or a wrong option must not colour the terminal, move its cursor or forge a line: ESC prints as `\u001b`. */
export function harmless(text: string): string {
  return text.replace(HARMFUL, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
