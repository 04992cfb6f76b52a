import { dirname, resolve } from 'node:path';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml';
import {
  type Check,
  type CheckOption,
  type CheckSetting,
  type CheckSettings,
  checks as knownChecks,
  type OptionValue,
} from '../../checks/index.js';
import { InputError, nearWord } from '../../value/index.js';
import type { Config } from './config.js';

const SEVERITIES = ['off', 'info', 'warning', 'error'] as const;

type Override = Config['overrides'][number];

/**
 * Reads the text of a configuration. What it does not know is an error that names file, line and column, and what was
 * probably meant. Throws `InputError` ('bad-config').
 */
export function readConfig(text: string, path: string, cwd: string): Config {
  const reader = new ConfigReader(text, path);
  return { path, folder: dirname(resolve(cwd, path)), ...reader.config() };
}

class ConfigReader {
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;
  private readonly path: string;

  constructor(text: string, path: string) {
    this.path = path;
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    const [error] = this.document.errors;
    if (error !== undefined) throw this.problem(error.pos[0], `text that is no YAML: ${error.message}`);
  }

  config(): Pick<Config, 'checks' | 'overrides' | 'legend'> {
    const root = this.document.contents;
    const entries = root === null ? [] : this.entriesOf(root, ['checks', 'overrides', 'risk']);
    let checks: CheckSettings = {};
    let legend: string | null = null;
    let overrides: readonly Override[] = [];
    for (const [key, value] of entries) {
      // "checks:" with every line below it a comment.
      if (isScalar(value) && value.value === null) continue;
      if (key === 'checks') checks = this.checks(value);
      else if (key === 'risk') legend = this.legend(value);
      else overrides = this.items(value).map((item) => this.override(item));
    }
    return { checks, overrides, legend };
  }

  private legend(node: Node): string | null {
    const [entry] = this.entriesOf(node, ['legend']);
    return entry === undefined ? null : this.string(entry[1]).replace(/\s+/g, ' ').trim();
  }

  private override(node: Node): Override {
    let files: readonly string[] | null = null;
    let checks: CheckSettings = {};
    for (const [key, value] of this.entriesOf(node, ['files', 'checks'])) {
      if (key === 'checks') checks = this.checks(value);
      else
        files = isScalar(value) ? [this.string(value)] : this.items(value).map((item) => this.string(item));
    }
    if (files === null || files.length === 0) {
      throw this.problem(
        offsetOf(node),
        'an override without "files": add a list of patterns such as ["drafts/**"]',
      );
    }
    return { files, checks };
  }

  private checks(node: Node): CheckSettings {
    const ids = knownChecks.map(({ meta }) => meta.id);
    const settings = this.entriesOf(node, ids).map(([id, value]) => {
      const check = knownChecks.find(({ meta }) => meta.id === id);
      return [id, check === undefined ? {} : this.setting(value, check)] as const;
    });
    return Object.fromEntries(settings);
  }

  /** `off`, a severity, or a map of both parts. */
  private setting(node: Node, check: Check): CheckSetting {
    if (isScalar(node)) return { severity: this.severity(node) };
    let setting: CheckSetting = {};
    for (const [key, value] of this.entriesOf(node, ['severity', 'options'])) {
      setting =
        key === 'severity'
          ? { ...setting, severity: this.severity(value) }
          : { ...setting, options: this.options(value, check) };
    }
    return setting;
  }

  private severity(node: Node): NonNullable<CheckSetting['severity']> {
    // YAML 1.1 habit: editors and people write off as false.
    const value = isScalar(node) ? (node.value === false ? 'off' : node.value) : null;
    const known = SEVERITIES.find((each) => each === value);
    if (known !== undefined) return known;
    throw this.problem(offsetOf(node), `${shown(node)}, expected one of ${SEVERITIES.join(', ')}`);
  }

  private options(node: Node, { meta }: Check): Readonly<Record<string, OptionValue>> {
    const known = meta.options ?? [];
    if (known.length === 0) throw this.problem(offsetOf(node), `"options": ${meta.id} has none`);
    const entries = this.entriesOf(
      node,
      known.map(({ name }) => name),
    );
    return Object.fromEntries(
      entries.map(([name, value]) => {
        const option = known.find((each) => each.name === name) as CheckOption;
        return [name, this.option(value, option)];
      }),
    );
  }

  private option(node: Node, option: CheckOption): OptionValue {
    const { default: standard, minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = option;
    if (typeof standard === 'object') return this.items(node).map((item) => this.string(item));
    const value = isScalar(node) ? node.value : null;
    if (typeof standard === 'boolean') {
      if (typeof value === 'boolean') return value;
      throw this.problem(offsetOf(node), `${shown(node)}, expected true or false`);
    }
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum && value <= maximum) {
      return value;
    }
    throw this.problem(
      offsetOf(node),
      `${shown(node)}, expected a whole number from ${minimum} to ${maximum}`,
    );
  }

  /** Keys and values of a map, each key one of those known. */
  private entriesOf(node: Node, known: readonly string[]): readonly (readonly [key: string, value: Node])[] {
    const map = this.resolved(node);
    if (!isMap(map))
      throw this.problem(offsetOf(node), `${shown(node)}, expected keys such as ${known[0]}: …`);
    return map.items.map(({ key, value }: Pair) => {
      const name = isScalar(key) ? String(key.value) : '';
      if (!known.includes(name)) throw this.problem(offsetOf(key as Node), unknownKey(name, known));
      if (value === null) throw this.problem(offsetOf(key as Node), `"${name}" without a value`);
      return [name, this.resolved(value as Node)] as const;
    });
  }

  private items(node: Node): readonly Node[] {
    const list = this.resolved(node);
    if (!isSeq(list)) throw this.problem(offsetOf(node), `${shown(node)}, expected a list: ["…"]`);
    return list.items.map((item) => this.resolved(item as Node));
  }

  private string(node: Node): string {
    if (isScalar(node) && typeof node.value === 'string' && node.value !== '') return node.value;
    throw this.problem(offsetOf(node), `${shown(node)}, expected a text`);
  }

  private resolved(node: Node): Node {
    if (!isAlias(node)) return node;
    const target = node.resolve(this.document);
    if (target !== undefined) return target;
    throw this.problem(offsetOf(node), `"*${node.source}", which names no anchor`);
  }

  private problem(offset: number, what: string): InputError {
    const { line, col } = this.lines.linePos(offset);
    return new InputError('bad-config', `${this.path}:${line}:${col}: unexpected ${what}`);
  }
}

function unknownKey(name: string, known: readonly string[]): string {
  const suggestion = nearWord(name, known);
  const remedy =
    suggestion === null ? `expected one of ${known.join(', ')}` : `did you mean "${suggestion}"?`;
  return `key "${name.slice(0, 60)}", ${remedy}`;
}

function offsetOf(node: Node): number {
  return node?.range?.[0] ?? 0;
}

function shown(node: Node): string {
  if (isScalar(node)) return JSON.stringify(String(node.value).slice(0, 60));
  return isMap(node) ? 'keys and values' : isSeq(node) ? 'a list' : 'nothing';
}
