import { expect, it } from 'vitest';
import { sourceDescription, sourceRateName } from './source-rate-name.js';

it.each([
  ['Bank of Canada', 'rate of the Bank of Canada'],
  ['the Bank of Canada', 'rate of the Bank of Canada'],
  ['The Reserve Bank of India', 'rate of the Reserve Bank of India'],
  ['European Central Bank', 'rate of the European Central Bank'],
  ['PBOC', 'rate of the PBOC'],
  ['MUFG Bank', 'rate of MUFG Bank'],
  ['Banco de México', 'rate of Banco de México'],
  ['central parity rate', 'central parity rate'],
  ['PBOC central parity', 'PBOC central parity rate'],
  ['Bank of Canada noon rates', 'Bank of Canada noon rate'],
  ['Banco de México FIX', 'Banco de México FIX rate'],
  ['noon rates of the Bank of Canada', 'noon rate of the Bank of Canada'],
])('a rate of "%s" is called "%s"', (name, phrase) => {
  expect(sourceRateName(name)).toBe(phrase);
});

it.each([
  ['Bank of Canada', 'exchange rates of the Bank of Canada'],
  ['central parity', 'central parity rates'],
  ['noon rates of the Bank of Canada', 'noon rates of the Bank of Canada'],
])('the rates of "%s" are "%s"', (name, phrase) => {
  expect(sourceDescription(name)).toBe(phrase);
});
