import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Html, html } from './markup.js';

it('escapes what is put in, for text and for quoted attributes', () => {
  const hostile = `<script>alert("x")</script> 'q' & \r\0\ud800`;
  expect(html`<a title="${hostile}">${hostile}</a>`.markup).toBe(`<a title="${ESCAPED}">${ESCAPED}</a>`);
});

const ESCAPED = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &#39;q&#39; &amp; &#13;\ufffd\ufffd';

it('joins lists, drops null, and leaves its own markup alone', () => {
  const items = ['a<', 'b'].map((text) => html`<li>${text}</li>`);
  expect(html`<ul>${items}${null}${3}</ul>`.markup).toBe('<ul><li>a&lt;</li><li>b</li>3</ul>');
  expect(html`${Html.trusted('<b>')}`.markup).toBe('<b>');
});

it('never lets an angle bracket or a quote through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(html`${text}`.markup).not.toMatch(/[<>"']/);
    }),
  );
});
