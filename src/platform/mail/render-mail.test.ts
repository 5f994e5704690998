import { expect, it } from 'vitest';
import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { renderMail } from './render-mail';

const content = {
  heading: 'A report from <Dr. Ayşe>',
  paragraphs: ['First & "second".'],
  action: { label: 'Open', url: 'https://medanchor.example/guest#abc' },
  code: '123456',
  reason: 'Ali & Ayşe chose you.',
  check: 'Ask <them>.',
};

it('writes every part as plain text', () => {
  expect(renderMail(content, DEFAULT_LOCALE).text).toMatch(
    /^A report from <Dr\. Ayşe>\n\nFirst & "second"\.\n\n {4}123456\n\nOpen:\nhttps:\/\/medanchor\.example\/guest#abc\n\n-- \nWhy am I getting this\? Ali & Ayşe chose you\.\nHow do I know that it is real\? Ask <them>\. MedAnchor never asks/,
  );
});

it('escapes every part in HTML', () => {
  const { html } = renderMail(content, DEFAULT_LOCALE);
  expect(html).toContain('A report from &lt;Dr. Ayşe&gt;');
  expect(html).toContain('First &amp; &quot;second&quot;.');
  expect(html).toContain('href="https://medanchor.example/guest#abc"');
  expect(html).toContain('Ali &amp; Ayşe chose you.');
  expect(html).toContain('Ask &lt;them&gt;.');
  expect(html).not.toContain('<Dr.');
  // Otherwise phones show it as small as a page for large screens.
  expect(html).toContain('width=device-width');
});

it('has the same content in both forms', () => {
  const { text, html } = renderMail(content, DEFAULT_LOCALE);
  const words = html
    .replace(/<title>.*?<\/title>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  for (const line of text.split('\n').filter((part) => !/^(-- )?$/.test(part))) {
    for (const word of line.replace(/:$/, '').trim().split(' ')) expect(words).toContain(word);
  }
});

it('leaves out what is not given', () => {
  const { text, html } = renderMail(
    { heading: 'Hello', paragraphs: [], reason: 'You asked.', check: 'Log in.' },
    DEFAULT_LOCALE,
  );
  expect(text).not.toContain('http');
  expect(html).not.toContain('<a ');
});
