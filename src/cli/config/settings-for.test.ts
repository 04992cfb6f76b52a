import { describe, expect, it } from 'vitest';
import { settingsFinder } from './settings-for.js';

const find = settingsFinder(
  {
    path: 'tickmark.config.yaml',
    folder: '/reports',
    checks: { date: { severity: 'warning', options: { days: 3 } } },
    overrides: [
      { files: ['drafts/**'], checks: { date: { severity: 'off' } } },
      {
        files: ['./drafts/final-*.htm'],
        checks: { date: { options: { days: 5 } }, footing: { severity: 'info' } },
      },
    ],
  },
  '/reports/drafts',
);

describe('settingsFinder', () => {
  it('gives what holds for all files to a file that no override names', () => {
    expect(find('../annual.htm')).toEqual({ date: { severity: 'warning', options: { days: 3 } } });
  });

  it('matches patterns from the folder of the configuration, wherever the command runs', () => {
    expect(find('first.htm').date).toEqual({ severity: 'off', options: { days: 3 } });
    expect(find('/reports/drafts/deep/er.htm').date?.severity).toBe('off');
  });

  it('lets the later override win, key by key', () => {
    expect(find('final-2.htm')).toEqual({
      date: { severity: 'off', options: { days: 5 } },
      footing: { severity: 'info' },
    });
  });

  it('leaves out what a pattern with "!" names, in any order', () => {
    const settings = { date: { severity: 'off' } } as const;
    const of = (files: readonly string[]) =>
      settingsFinder(
        { path: 'x', folder: '/reports', checks: {}, overrides: [{ files, checks: settings }] },
        '/reports',
      );
    for (const files of [
      ['drafts/**', '!drafts/final.htm'],
      ['!./drafts/final.htm', 'drafts/**'],
    ]) {
      expect(of(files)('drafts/first.htm')).toEqual(settings);
      expect(of(files)('drafts/final.htm')).toEqual({});
      expect(of(files)('annual.htm')).toEqual({});
    }
    expect([of(['!old/**'])('old/a.htm'), of(['!old/**'])('new/a.htm')]).toEqual([{}, settings]);
  });
});
