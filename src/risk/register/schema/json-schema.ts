import { z } from 'zod';
import { registerSchema } from './register-schema.js';

/** The JSON Schema of a register, for editors: what `readRegister` takes, as far as a schema can say it. */
export function registerJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(registerSchema, { io: 'input', target: 'draft-2020-12' });
  return {
    $schema: schema.$schema,
    title: 'Tickmark risk register',
    description: 'risks.yaml: risks with their models, the inputs behind them, and the plan that they move.',
    ...schema,
  };
}
