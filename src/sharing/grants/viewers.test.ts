import { describe, expect, it } from 'vitest';
import { viewersSchema } from './viewers';

function faults(emails: string[]): string[] {
  const viewers = emails.map((email) => ({ email, expiresAt: null }));
  const issues = viewersSchema.safeParse(viewers).error?.issues ?? [];
  return issues.map(({ path }) => path.join('.'));
}

describe('a list of viewers', () => {
  it('accepts every address that accounts accept', () => {
    expect(faults(['info@klinik-köln.example', 'a/b@clinic.example', '"j d"@x.example'])).toEqual(
      [],
    );
  });

  it('recognises two spellings of one address', () => {
    const same = ['info@klinik-köln.example', 'INFO@xn--klinik-kln-lcb.example'];
    expect(faults(same)).toEqual(['1.email']);
  });

  it.each(['ali', `${'x'.repeat(65)}@example.com`, 'a@localhost'])('rejects %s', (email) => {
    expect(faults(['a@x.example', email])).toEqual(['1.email']);
  });
});
