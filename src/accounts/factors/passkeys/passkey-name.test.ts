import { expect, it } from 'vitest';
import { passkeyName } from './passkey-schema';

it.each(['Phone', 'Ключ №2', 'مفتاح', 'Key: blue & green', '🔑 at home', 'iPhone, iOS 17.10'])(
  '%s names a passkey',
  (name) => {
    expect(passkeyName.parse(` ${name} `)).toBe(name);
  },
);

it.each([
  'a\u202Eb',
  'a\u200Bb',
  'a\nb',
  '<b>',
  'http://evil.example',
  'me@evil.example',
  'see evil.example',
  ' ',
])('refuses %j', (name) => {
  expect(passkeyName.safeParse(name).success).toBe(false);
});
