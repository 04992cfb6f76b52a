import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { capturedIo } from '../../../test/captured-io.js';
import { main } from '../main.js';

const FOLDER = fileURLToPath(new URL('../../../test/fixtures/register', import.meta.url));

async function explain(id: string, ...args: string[]) {
  const io = capturedIo({ cwd: FOLDER, env: { XDG_DATA_HOME: FOLDER }, columns: 110 });
  const status = await main(['risk', 'explain', 'small.yaml', id, '--trials', '4096', ...args], io);
  return { status, out: io.written(), err: io.complained() };
}

describe('risk explain', () => {
  it('shows the model of a risk, its effect, its sources and what it hangs together with', async () => {
    const { status, out, err } = await explain('churn');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/Heading: Accounts may leave\./);
    expect(out).toContain('Log (A. Mori, 2026-04-01)');
    expect(out).toMatch(/Raised by: outage \(frequency × 1\.5 each time, at most × 4\)/);
    expect(out).toMatch(/Mean effect by line/);
    expect(out).toMatch(/Controls: Calls \(planned\)/);
    expect(out).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  it('shows a measure, and each risk with what it adds', async () => {
    const { status, out } = await explain('net-income');
    expect(status).toBe(0);
    expect(out).toMatch(/^Net income/);
    for (const risk of ['prices', 'churn', 'outage', 'affiliate']) expect(out).toContain(risk);
  });

  it('has a form for programs and one for reports', async () => {
    const { out } = await explain('affiliate', '-f', 'json');
    expect(JSON.parse(out)).toMatchObject({ kind: 'risk-explanation', risk: { risk: 'affiliate' } });
    expect((await explain('affiliate', '-f', 'markdown')).out).toMatch(/^# affiliate/);
  });

  it.each([
    ['chrn', 'Unexpected id "chrn", did you mean "churn"?'],
    ['zzz', 'Unexpected id "zzz", expected one of revenue, operating-income'],
    ['ads-value', 'Unexpected id "ads-value": the base of the register has no "ads"'],
    ['__proto__', 'Unexpected id "__proto__", expected one of'],
  ])('refuses %s before it simulates anything', async (id, message) => {
    const { status, out, err } = await explain(id, '--trials', '1000000000');
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('says of a risk without a model that there is nothing to explain', async () => {
    const text = readFileSync(`${FOLDER}/small.yaml`, 'utf8');
    const io = capturedIo({
      cwd: FOLDER,
      stdin: async function* () {
        yield Buffer.from(text.slice(0, text.indexOf('    model:\n      kind: market')) + SCENARIOS);
      },
    });
    expect(await main(['risk', 'explain', '-', 'dollars'], io)).toBe(2);
    expect(io.complained()).toContain('Unexpected id "dollars": the risk has no model');
  });
});

const SCENARIOS = 'scenarios: []\n';
