import type { Check } from '../../checks/check.js';
import type { CheckOption } from '../../checks/settings.js';

type Json = Readonly<Record<string, unknown>>;

const SEVERITY: Json = { enum: ['off', 'info', 'warning', 'error'] };

/** The JSON Schema of the configuration, for editors: the same keys and values that `readConfig` takes. */
export function configSchema(checks: readonly Check[]): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Tickmark configuration',
    description: 'tickmark.config.yaml: which checks run, how severe their findings are, and their options.',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      checks: { anyOf: [{ $ref: '#/$defs/checks' }, { type: 'null' }] },
      overrides: { anyOf: [{ type: 'array', items: { $ref: '#/$defs/override' } }, { type: 'null' }] },
      risk: {
        description: 'Of risk registers and what is measured from them.',
        anyOf: [
          {
            type: 'object',
            additionalProperties: false,
            properties: {
              legend: {
                description: 'Printed on registers and results: Privileged and confidential',
                ...TEXT,
              },
            },
          },
          { type: 'null' },
        ],
      },
    },
    $defs: {
      checks: {
        description: 'By the name of the check.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(checks.map((check) => [check.meta.id, settingSchema(check)])),
      },
      override: {
        description: 'Settings for the files that match one of the patterns; the later of two wins.',
        type: 'object',
        additionalProperties: false,
        required: ['files'],
        properties: {
          files: { anyOf: [TEXT, { type: 'array', minItems: 1, items: TEXT }] },
          checks: { $ref: '#/$defs/checks' },
        },
      },
    },
  };
}

const TEXT: Json = { type: 'string', minLength: 1 };

function settingSchema({ meta }: Check): Json {
  const options = meta.options ?? [];
  return {
    description: `${meta.title}. Without a setting: ${meta.severity}.`,
    anyOf: [
      SEVERITY,
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          severity: SEVERITY,
          ...(options.length === 0 ? {} : { options: optionsSchema(options) }),
        },
      },
    ],
  };
}

function optionsSchema(options: readonly CheckOption[]): Json {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(options.map((option) => [option.name, optionSchema(option)])),
  };
}

function optionSchema({ description, default: standard, minimum = 0, maximum }: CheckOption): Json {
  if (typeof standard === 'boolean') return { description, type: 'boolean', default: standard };
  if (typeof standard === 'object') return { description, type: 'array', items: TEXT, default: standard };
  const bounds = maximum === undefined ? { minimum } : { minimum, maximum };
  return { description, type: 'integer', ...bounds, default: standard };
}
