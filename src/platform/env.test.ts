import { readFileSync } from 'node:fs';
import { parseEnv as parseEnvFile } from 'node:util';
import { describe, expect, it } from 'vitest';
import { env, ENV_NAMES, parseEnv } from './env';

const example = parseEnvFile(readFileSync('.env.example', 'utf8'));
const secrets = {
  SESSION_SECRET: 's'.repeat(32),
  KEYRING: `main:${Buffer.alloc(32, 1).toString('base64')}`,
  ISSUER_PRIVATE_KEY: `0x${'1'.repeat(64)}`,
};
const complete = { ...example, ...secrets };

describe('.env.example', () => {
  it('lists every variable and no other', () => {
    expect(Object.keys(example).sort()).toEqual([...ENV_NAMES].sort());
  });

  it('is complete except for the secrets', () => {
    expect(() => parseEnv(example)).toThrow(/SESSION_SECRET/);
    expect(() => parseEnv({ ...complete, KEYRING: '' })).toThrow(/KEYRING/);
    expect(() => parseEnv({ ...complete, ISSUER_PRIVATE_KEY: '' })).toThrow(/ISSUER_PRIVATE_KEY/);
    expect(parseEnv(complete)).toMatchObject({ CHAIN_ID: 11155111, DEMO_MODE: false, PORT: 3000 });
  });

  it('contains no value that could be mistaken for a secret', () => {
    for (const name of Object.keys(example).filter((key) => /SECRET|_KEY|KEYRING/.test(key))) {
      expect(example[name]).toBe('');
    }
  });
});

describe('parseEnv', () => {
  it.each([
    ['a key that is too short', { KEYRING: 'main:AAAA' }, /32 bytes/],
    [
      'an id that is there twice',
      { KEYRING: `${secrets.KEYRING},${secrets.KEYRING}` },
      /contains an id twice/,
    ],
    ['no address of the chain', { CHAIN_RPC_URL: '', ALCHEMY_API_KEY: '' }, /CHAIN_RPC_URL or/],
    ['half of the store’s credentials', { S3_ACCESS_KEY_ID: 'only' }, /or neither/],
    ['a short session secret', { SESSION_SECRET: 'short' }, /SESSION_SECRET/],
    ['simulated fees of a chain that charges its own', { FEE_SOURCE: 'simulated' }, /FEE_SOURCE/],
    ['https without the number of proxies', { TRUSTED_PROXIES: '' }, /TRUSTED_PROXIES/],
    ['https with answers that come at once', { MIN_ANSWER_MS: '100' }, /MIN_ANSWER_MS/],
    [
      'an anchor of the trail without its key',
      { TRAIL_ANCHOR_ADDRESS: `0x${'1'.repeat(40)}` },
      /TRAIL/,
    ],
    [
      'an issuer that anchors the trail',
      {
        TRAIL_ANCHOR_ADDRESS: `0x${'1'.repeat(40)}`,
        TRAIL_ANCHOR_PRIVATE_KEY: secrets.ISSUER_PRIVATE_KEY,
      },
      /TRAIL_ANCHOR_PRIVATE_KEY/,
    ],
    ['another kind of database', { DATABASE_URL: 'postgres://localhost/x' }, /DATABASE_URL/],
  ])('rejects %s', (_, change, message) => {
    expect(() => parseEnv({ ...complete, ...change })).toThrow(message);
  });

  it('accepts zero proxies, and no number of proxies without https', () => {
    expect(parseEnv({ ...complete, TRUSTED_PROXIES: '0' }).TRUSTED_PROXIES).toBe(0);
    const local = { APP_URL: 'http://localhost:3000', TRUSTED_PROXIES: '' };
    expect(parseEnv({ ...complete, ...local }).TRUSTED_PROXIES).toBeUndefined();
  });

  it('leaves the environment as it is', () => {
    const before = { ...process.env };
    try {
      env();
    } catch {
      // Unit tests have no complete environment.
    }
    expect(process.env).toEqual(before);
  });

  it('reads several keys in their order', () => {
    const old = `old:${Buffer.alloc(32, 2).toString('base64')}`;
    const { KEYRING } = parseEnv({ ...complete, KEYRING: `${secrets.KEYRING}, ${old}` });
    expect(KEYRING.map(({ id }) => id)).toEqual(['main', 'old']);
  });
});
