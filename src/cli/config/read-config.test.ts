import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checks } from '../../checks/index.js';
import { InputError } from '../../value/index.js';
import { configSchema } from './config-schema.js';
import { readConfig } from './read-config.js';
import { starterConfig } from './starter-config.js';

const read = (text: string) => readConfig(text, 'tickmark.config.yaml', '/drafts');
const isValid = new Ajv2020({ allowUnionTypes: true }).compile(configSchema(checks));

const GOOD = {
  nothing: '',
  'only comments': '# nothing yet\nchecks:\n  # date: off\n',
  'a check turned off': 'checks:\n  date: off\n',
  'a severity': 'checks:\n  date:\n    severity: warning\n',
  'a legend': 'risk:\n  legend: Privileged and confidential\n',
  'settings by path':
    'overrides:\n  - files: ["drafts/**"]\n    checks: { date: info }\n  - files: old.htm\n',
};

const BAD = {
  'checks:\n  datte: off\n': '2:3: unexpected key "datte", did you mean "date"?',
  'check:\n  date: off\n': '1:1: unexpected key "check", did you mean "checks"?',
  'checks:\n  date: loud\n': '2:9: unexpected "loud", expected one of off, info, warning, error',
  'checks:\n  date: { severty: off }\n': '2:11: unexpected key "severty", did you mean "severity"?',
  'checks:\n  date: { options: { strict: true } }\n': '2:20: unexpected "options": date has none',
  'checks: [date]\n': '1:9: unexpected a list, expected keys such as',
  'overrides:\n  - checks: { date: off }\n': '2:5: unexpected an override without "files"',
  'overrides:\n  - files: [3]\n': '2:13: unexpected "3", expected a text',
  'checks:\n  date: off\n  date: info\n': 'unexpected text that is no YAML: Map keys must be unique',
  'risk: { legends: x }\n': '1:9: unexpected key "legends", did you mean "legend"?',
  'checks: *none\n': '1:9: unexpected "*none", which names no anchor',
};

describe('readConfig', () => {
  it.each(Object.entries(GOOD))('reads %s, and the schema takes it', (_, text) => {
    expect(() => read(text)).not.toThrow();
    expect(isValid(parse(text))).toBe(true);
  });

  it.each(Object.entries(BAD))('refuses %j with place and remedy', (text, message) => {
    expect(() => read(text)).toThrow(InputError);
    expect(() => read(text)).toThrow(message);
  });

  it('gives what is set, and where it holds', () => {
    const config = read(GOOD['settings by path']);
    expect(config).toEqual({
      path: 'tickmark.config.yaml',
      folder: '/drafts',
      checks: {},
      overrides: [
        { files: ['drafts/**'], checks: { date: { severity: 'info' } } },
        { files: ['old.htm'], checks: {} },
      ],
      legend: null,
    });
  });

  it('gives the legend of risk registers', () => {
    expect(read(GOOD['a legend']).legend).toBe('Privileged and confidential');
    expect(read(GOOD.nothing).legend).toBeNull();
  });

  it('takes options as their checks declare them', () => {
    for (const { meta } of checks) {
      for (const { name, default: standard } of meta.options ?? []) {
        const text = JSON.stringify({ checks: { [meta.id]: { options: { [name]: standard } } } });
        expect(read(text).checks[meta.id]).toEqual({ options: { [name]: standard } });
        expect(isValid(JSON.parse(text))).toBe(true);
      }
    }
  });

  it('refuses what is nested too deep, and too many aliases of aliases', () => {
    expect(() => read('['.repeat(200_000))).toThrow(InputError);
    const laughs = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (let at = 1; at < 9; at++) laughs.push(`b${at}: &b${at} [*${at === 1 ? 'a' : `b${at - 1}`}, *a]`);
    expect(() => read(laughs.join('\n'))).toThrow('unexpected key "a"');
  });

  it('never throws but with a place', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect(String(error)).toMatch(/tickmark\.config\.yaml:\d+:\d+: unexpected /);
        }
      }),
    );
  });
});

describe('starterConfig', () => {
  const text = starterConfig(checks);

  it('changes nothing as it stands', () => {
    expect(read(text)).toMatchObject({ checks: {}, overrides: [] });
    expect(isValid(parse(text))).toBe(true);
  });

  it('is right with every line of the checks uncommented', () => {
    const bare = text
      .replace(/^ {2}# (?! |[A-Z])/gm, '  ')
      .replace(/^ {2}# {3}(?=severity|options|\s)/gm, '    ');
    const config = read(bare.split('# Other settings')[0] ?? '');
    expect(Object.keys(config.checks).sort()).toEqual(checks.map(({ meta }) => meta.id).sort());
  });
});
