import { describe, expect, it } from 'vitest';
import { emailSchema } from './email-schema';
import { readableEmail } from './readable-email';

describe('readableEmail', () => {
  it.each([
    ['info@xn--klinik-kln-lcb.example', 'info@klinik-köln.example'],
    ['"a@b"@xn--fsqu00a.xn--4rr70v', '"a@b"@例子.广告'],
    ['ali@example.org', 'ali@example.org'],
  ])('shows %s as %s', (kept, shown) => {
    expect(readableEmail(kept)).toBe(shown);
    expect(emailSchema.parse(shown)).toBe(kept);
  });
});

describe('an e-mail address', () => {
  it.each([
    ['ali@example.org', 'ali@example.org'],
    [' Ali@Example.ORG ', 'ali@example.org'],
    ['info@klinik-köln.example', 'info@xn--klinik-kln-lcb.example'],
    ['info@KLINIK-KÖLN.example', 'info@xn--klinik-kln-lcb.example'],
    ['info@klinik-ko\u0308ln.example', 'info@xn--klinik-kln-lcb.example'],
    ['info@xn--klinik-kln-lcb.example', 'info@xn--klinik-kln-lcb.example'],
    ['info@straße.example', 'info@xn--strae-oqa.example'],
    ['用户@例子.广告', '用户@xn--fsqu00a.xn--4rr70v'],
    ['info@例子。广告', 'info@xn--fsqu00a.xn--4rr70v'],
    ['a/b@clinic.example', 'a/b@clinic.example'],
    ["o'neil+tag=1@clinic.example", "o'neil+tag=1@clinic.example"],
    ['{x}|~!#$%&*?^`@clinic.example', '{x}|~!#$%&*?^`@clinic.example'],
    ['pelé@example.com', 'pelé@example.com'],
    ['pele\u0301@example.com', 'pelé@example.com'],
    ['"John Doe"@clinic.example', '"john doe"@clinic.example'],
    ['"a\\"b"@clinic.example', '"a\\"b"@clinic.example'],
    ['"ali.ahmed"@clinic.example', 'ali.ahmed@clinic.example'],
    ['"al\\i"@clinic.example', 'ali@clinic.example'],
    ['"a@b"@clinic.example', '"a@b"@clinic.example'],
    [`${'x'.repeat(64)}@example.com`, `${'x'.repeat(64)}@example.com`],
    [`${'ä'.repeat(32)}@example.com`, `${'ä'.repeat(32)}@example.com`],
  ])('%s is kept as %s', (typed, kept) => {
    expect(emailSchema.parse(typed)).toBe(kept);
    expect(emailSchema.parse(kept)).toBe(kept);
  });

  it.each([
    ['a mailbox of 65 octets', `${'x'.repeat(65)}@example.com`],
    ['a mailbox of 66 octets in 33 letters', `${'ä'.repeat(33)}@example.com`],
    [
      'more than 254 octets',
      `${'x'.repeat(60)}@${'y'.repeat(60)}.${'z'.repeat(60)}.${'w'.repeat(60)}.example.com`,
    ],
    ['a label of 64 octets', `a@${'y'.repeat(64)}.example`],
    ['no @', 'ali'],
    ['no mailbox', '@clinic.example'],
    ['no domain', 'ali@'],
    ['two @', 'a@b@clinic.example'],
    ['two dots', 'a..b@clinic.example'],
    ['a dot in front', '.a@clinic.example'],
    ['a dot behind', 'a.@clinic.example'],
    ['a space', 'a b@clinic.example'],
    ['a comma', 'a,b@clinic.example'],
    ['a name beside it', 'Ali <ali@clinic.example>'],
    ['a comment', 'ali@clinic.example (at home)'],
    ['a hyphen in front of a label', 'a@-clinic.example'],
    ['an underscore in the domain', 'a@my_clinic.example'],
    ['an empty label', 'a@clinic..example'],
    ['one label', 'a@localhost'],
    ['a number as the last label', 'a@10.0.0.1'],
    ['a number in wide digits', 'a@１０.0.0.1'],
    ['an address literal', 'a@[192.0.2.1]'],
    ['a port', 'a@clinic-köln.example:25'],
    ['a path', 'a@köln.example/x'],
    ['a domain that maps to a path', 'a@example.com℀'],
    ['a letter that cannot be seen', 'a\u200bb@clinic.example'],
    ['a space that does not break', 'a\u00a0b@clinic.example'],
    ['a lost letter', 'a\ufffd@clinic.example'],
    ['half a letter', 'a\ud83d@clinic.example'],
    ['a second line', 'a@clinic.example\nBcc: b@clinic.example'],
    ['a book', 'a'.repeat(100_000)],
  ])('with %s is refused', (_, typed) => {
    expect(emailSchema.safeParse(typed).success).toBe(false);
  });
});
