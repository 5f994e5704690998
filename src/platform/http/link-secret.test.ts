import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findPastedSecret, readLinkSecret } from './link-secret';

// Its dash and underscore stand where programs like to cut.
const SECRET = 'a-B_cD3fGh1jKlMn0pQrStUvWxYz-2_4567890abcde';
const PAGE = 'https://medanchor.example/guest';
const whole = { state: 'whole', secret: SECRET };

function wrapped(by: string): string {
  return `${SECRET.slice(0, 30)}${by}${SECRET.slice(30)}`;
}

describe('the secret of a link', () => {
  it('is read from the fragment', () => {
    expect(SECRET).toHaveLength(43);
    expect(readLinkSecret(`${PAGE}#${SECRET}`)).toEqual(whole);
    expect(readLinkSecret(`${PAGE}?utm_source=mail&fbclid=x#${SECRET}`)).toEqual(whole);
    for (let times = 0; times < 50; times += 1) {
      const secret = randomBytes(32).toString('base64url');
      expect(readLinkSecret(`${PAGE}#${secret}`)).toEqual({ state: 'whole', secret });
    }
  });

  it.each([
    '.',
    ',',
    ';',
    ':',
    '!',
    '?',
    '…',
    ')',
    '),',
    '>',
    '%3E',
    '>.',
    '"',
    '%22',
    '\u201d',
    '%E2%80%9D',
    "'",
    '*',
    '_',
    '__',
    '-',
    '|Open',
    '&gt;',
    '&nbsp;',
    ' ',
    '%20',
    '%0A',
    '\\',
    '/',
    ']',
    '](x)',
    '%C2%A0',
    '?utm_source=newsletter&utm_medium=email',
    '&fbclid=IwAR0',
    '%3Ffbclid%3DIwAR0',
    '&data=05%7C02',
  ])('is read with %j behind it', (behind) => {
    expect(readLinkSecret(`${PAGE}#${SECRET}${behind}`)).toEqual(whole);
  });

  it.each(['<', '%3C', '#', '%23', '/', ' ', '%20', '"', '(', '!', 'token=', '\u200B', '35;'])(
    'is read with %j before it',
    (before) => {
      expect(readLinkSecret(`${PAGE}#${before}${SECRET}`)).toEqual(whole);
    },
  );

  it.each([
    '\n',
    '\r\n',
    '=\r\n',
    '=\n',
    '%0D%0A',
    '=%0D%0A',
    ' ',
    '%20',
    '\n> ',
    '\r\n>> ',
    '\u00AD',
    '%C2%AD',
    '\u200B',
    '%E2%80%8B',
    '\uFEFF',
    '\n\n',
  ])('is read with %j inside it', (inside) => {
    expect(readLinkSecret(`${PAGE}#${wrapped(inside)}`)).toEqual(whole);
  });

  it('is read when words follow in the next line', () => {
    expect(readLinkSecret(`${PAGE}#${SECRET}\n\nOpen it soon.`)).toEqual(whole);
    expect(readLinkSecret(`${PAGE}#${SECRET}%0AMedAnchor`)).toEqual(whole);
  });

  it.each([
    ['cut', SECRET.slice(0, 38)],
    ['cut by one', SECRET.slice(0, 42)],
    ['gone', ''],
    ['a dot', '.'],
    ['continued by another word', `${SECRET}If`],
    ['broken UTF-8', '%E2%80'],
    ['with a letter that it never has', `${SECRET.slice(0, 20)}§${SECRET.slice(21)}`],
  ])('that is %s is damaged, not missing', (_, fragment) => {
    expect(readLinkSecret(`${PAGE}#${fragment}`)).toEqual({ state: 'damaged' });
  });

  it('is missing without a fragment, and behind the link that skips to the page', () => {
    expect(readLinkSecret(PAGE)).toEqual({ state: 'none' });
    expect(readLinkSecret(`${PAGE}#main`)).toEqual({ state: 'none' });
  });
});

describe('what a person pastes', () => {
  const address = `${PAGE}#${SECRET}`;
  const inQuery = encodeURIComponent(address);
  const signature = `${'s'.repeat(43)}%3D`;

  it.each([
    ['the address', address],
    ['the secret', SECRET],
    ['with brackets', `<${address}>`],
    ['among words', `Hello,\nplease look: ${address}.\nThanks`],
    ['quoted and wrapped', `> ${PAGE}#${wrapped('\n> ')}\n> Thanks`],
    ['as Markdown', `[report](${address})`],
    ['as Slack writes it', `<${address}|medanchor.example>`],
    ['with an encoded #', `${PAGE}%23${SECRET}`],
    ['with a twice encoded #', `${PAGE}%2523${SECRET}`],
    ['with an entity', `${PAGE}&#35;${SECRET}`],
    [
      'wrapped by Outlook',
      `https://eur01.safelinks.protection.outlook.com/?url=${inQuery}&data=05%7C02%7C&sdata=${signature}&reserved=0`,
    ],
    [
      'wrapped by Google',
      `https://www.google.com/url?q=${inQuery}&source=gmail&ust=17&usg=AOvVaw0`,
    ],
    ['wrapped by Proofpoint', `https://urldefense.com/v3/__${PAGE}*${SECRET}__;Iw!!abc!def$`],
    [
      'with the secret behind the wrapper',
      `https://l.example/?u=${encodeURIComponent(PAGE)}#${SECRET}`,
    ],
  ])('is understood: %s', (_, pasted) => {
    expect(findPastedSecret(pasted, 'guest')).toBe(SECRET);
  });

  it('is refused when its secret is cut, whatever else is long in it', () => {
    expect(findPastedSecret(address.slice(0, -5), 'guest')).toBeNull();
    expect(findPastedSecret(PAGE, 'guest')).toBeNull();
    expect(findPastedSecret('', 'guest')).toBeNull();
    expect(findPastedSecret('<'.repeat(100_000), 'guest')).toBeNull();
  });
});
