import { CATEGORIES } from '../categories.js';
import { currencyNamed, OPEN } from '../quantity/measured.js';
import { inputNamed } from '../quantity/quantity-kind.js';
import type { Walked } from '../quantity/walk.js';
import { meant } from '../reading/meant.js';
import { type Draft, error, info, warning } from '../reading/problem.js';
import type { RegisterPath } from '../reading/register-path.js';
import { dayAt } from '../resolve/resolver.js';
import type { RegisterContent } from '../schema/register-schema.js';
import { showUnit } from '../show-unit.js';
import { caught } from './quantities.js';
import { visitSources } from './sources.js';

/** The head of the register: a currency that there is, a unit to show amounts in. */
export function headProblems({ issuer, currency, show, risks }: RegisterContent): Draft[] {
  const found: Draft[] = [];
  if (issuer === OPEN) found.push(info('open', ['issuer'], 'open: whose register is it?'));
  const code = currencyNamed(currency);
  if (code !== currency) {
    const remedy =
      code === null
        ? ', expected the code of a currency such as JPY, USD or EUR'
        : `, did you mean "${code}"?`;
    found.push(error('currency', ['currency'], `unknown currency "${currency}"${remedy}`));
  } else if (show !== undefined && showUnit(show, currency) === null) {
    found.push(
      error(
        'quantity',
        ['show'],
        `unexpected "${show.slice(0, 40)}", expected ${currency}, ${currency} thousand, ${currency} million or ${currency} billion`,
      ),
    );
  }
  if (Object.keys(risks).length === 0) {
    found.push(
      warning(
        'empty',
        ['risks'],
        'the register has no risks; "tickmark risk init" starts one from a filing',
        'key',
      ),
    );
  }
  return found;
}

/** Each risk: a category that is known or declared, an owner, a day of review. */
export function riskProblems({ risks, categories = [] }: RegisterContent): Draft[] {
  const known = [...CATEGORIES, ...categories];
  const names = new Set(known);
  return Object.entries(risks).flatMap(([id, { category, owner, review }]) => {
    const path: RegisterPath = ['risks', id];
    const found: Draft[] = [];
    if (!names.has(category)) {
      const remedy = meant(category, known, '');
      found.push(
        error(
          'category',
          [...path, 'category'],
          `unknown category "${category.slice(0, 60)}"${remedy}${remedy.endsWith('?') ? ' One' : '; one'} of your own goes below "categories"`,
        ),
      );
    }
    if (owner === OPEN)
      found.push(info('open', [...path, 'owner'], `open: nobody owns the risk "${id}" yet`));
    if (review === OPEN)
      found.push(info('open', [...path, 'review'], `open: no day to review the risk "${id}"`));
    return found;
  });
}

/** Days are days of the calendar; what begins does so before it ends. */
export function dayProblems(content: RegisterContent): Draft[] {
  const found = caught(() => dayAt(content['as-of'], ['as-of']));
  for (const [id, { review, model }] of Object.entries(content.risks)) {
    if (review !== OPEN) found.push(...caught(() => dayAt(review, ['risks', id, 'review'])));
    if (model?.kind !== 'holding') continue;
    for (const [index, { from, to }] of (model.commitments ?? []).entries()) {
      const path = ['risks', id, 'model', 'commitments', index];
      const wrong = [
        ...caught(() => dayAt(from, [...path, 'from'])),
        ...caught(() => dayAt(to, [...path, 'to'])),
      ];
      if (wrong.length === 0 && to < from) {
        wrong.push(error('day', [...path, 'to'], `unexpected end ${to} before the beginning ${from}`));
      }
      found.push(...wrong);
    }
  }
  visitSources(content, [], ({ date }, path) => {
    if (typeof date === 'string' && date !== OPEN)
      found.push(...caught(() => dayAt(date, [...path, 'date'])));
  });
  return found;
}

/** An input that nothing takes was probably meant for something. */
export function unusedInputs({ inputs = {} }: RegisterContent, { quantities }: Walked): Draft[] {
  const used = new Set(quantities.map(({ quantity }) => inputNamed(quantity.text)));
  return Object.entries(inputs)
    .filter(([name]) => !used.has(name))
    .map(([name, { source }]) => {
      // A disclosed figure may be kept for its check against the report alone.
      const isDisclosed = source !== undefined && 'figure' in source;
      const message = `the input "${name}" is used nowhere; take it with "$${name}"`;
      return (isDisclosed ? info : warning)('unused-input', ['inputs', name], message, 'key');
    });
}

/** Scenarios and controls have ids of their own. */
export function idProblems({ scenarios = [], risks }: RegisterContent): Draft[] {
  const seen = new Set<string>();
  const twice = (id: string, noun: string, path: RegisterPath): Draft[] => {
    const key = `${noun} ${id}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [error('id', path, `unexpected second ${noun} "${id}", expected an id of its own`)];
  };
  return [
    ...scenarios.flatMap(({ id }, index) => twice(id, 'scenario', ['scenarios', index, 'id'])),
    ...Object.entries(risks).flatMap(([risk, { controls = [] }]) =>
      controls.flatMap(({ id }, index) => twice(id, 'control', ['risks', risk, 'controls', index, 'id'])),
    ),
  ];
}

/** A factor has one origin of its level; one without a history states its volatility; currencies are known. */
export function factorProblems({ market }: RegisterContent): Draft[] {
  return Object.entries(market?.factors ?? {}).flatMap(([id, factor]) => {
    const path = ['market', 'factors', id];
    const origins = (['rates', 'prices', 'yields', 'price', 'rate'] as const).filter(
      (key) => factor[key] !== undefined,
    );
    const [origin, other] = origins;
    if (origin === undefined) {
      return [
        error(
          'missing',
          path,
          `missing one of rates, prices, yields, price, rate: where the level of "${id}" comes from`,
          'key',
        ),
      ];
    }
    if (other !== undefined) {
      return [
        error(
          'contradiction',
          [...path, other],
          `unexpected "${other}" beside "${origin}": a factor has one of them`,
          'key',
        ),
      ];
    }
    if ((origin === 'price' || origin === 'rate') && factor.volatility === undefined) {
      return [error('missing', path, `missing "volatility": "${id}" has no history to take it from`, 'key')];
    }
    if (factor.column !== undefined && origin !== 'prices' && origin !== 'yields') {
      return [
        error('contradiction', [...path, 'column'], 'unexpected "column" without a file of prices', 'key'),
      ];
    }
    const unknown = (factor.rates?.split('/') ?? []).filter((code) => currencyNamed(code) === null);
    return unknown.map((code) =>
      error(
        'currency',
        [...path, 'rates'],
        `unknown currency "${code}", expected the code of a currency such as JPY, USD or EUR`,
      ),
    );
  });
}
