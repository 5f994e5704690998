import { expect, it } from 'vitest';
import { renderMail } from './render-mail';

const content = {
  heading: 'A report from <Dr. Ayşe>',
  paragraphs: ['First & "second".'],
  action: { label: 'Open', url: 'https://medanchor.example/guest#abc' },
  code: '123456',
};

it('writes every part as plain text', () => {
  expect(renderMail(content).text).toMatch(
    /^A report from <Dr\. Ayşe>\n\nFirst & "second"\.\n\n {4}123456\n\nOpen:\nhttps:\/\/medanchor\.example\/guest#abc\n\n-- \n/,
  );
});

it('escapes every part in HTML', () => {
  const { html } = renderMail(content);
  expect(html).toContain('A report from &lt;Dr. Ayşe&gt;');
  expect(html).toContain('First &amp; &quot;second&quot;.');
  expect(html).toContain('href="https://medanchor.example/guest#abc"');
  expect(html).not.toContain('<Dr.');
});

it('leaves out what is not given', () => {
  const { text, html } = renderMail({ heading: 'Hello', paragraphs: [] });
  expect(text).not.toContain('http');
  expect(html).not.toContain('<a ');
});
