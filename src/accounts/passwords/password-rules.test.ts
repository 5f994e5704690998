import { describe, expect, it } from 'vitest';
import { newPasswordSchema } from './password-length';
import { requireStrongPassword } from './password-rules';
import { wordsAbout } from './words-about';
import { t } from '../../../test/support/messages/english';

const ABOUT = wordsAbout({
  email: 'ali.ahmed@example.org',
  displayName: '王秀英',
  printedName: 'Wang Xiuying',
  givenNames: 'Ali Zübeyde',
  familyName: 'Ahmed',
  birthDate: '1952-03-12',
  clinic: 'Harbour Clinic',
});

describe('requireStrongPassword', () => {
  it.each([
    ['password1234', 'common'],
    ['qwertyuiop12', 'common'],
    ['123456789012', 'common'],
    ['P@ssw0rd1234', 'common'],
    ['aaaaaaaaaaaa', 'easyToGuess'],
  ] as const)('refuses %s as %s', (password, fault) => {
    expect(() => requireStrongPassword(password, ABOUT)).toThrow(
      t(`accounts.passwordRules.${fault}`),
    );
  });

  it.each([
    'ali.ahmed@example.org',
    'AliAhmed2026',
    'medanchor2026',
    'wangxiuying1952',
    '1952.Xiuying.Wang',
    'W4ngX1uying!1952!',
    'zubeyde12031952',
    'ZÜBEYDE-520312-7',
    '王秀英王秀英王秀英王秀英',
    'Harbour-Clinic-1952',
  ])('refuses %s, which is made of what is known', (password) => {
    expect(() => requireStrongPassword(password, ABOUT)).toThrow(
      t('accounts.passwordRules.personal'),
    );
  });

  it.each(['calm meadow lantern', 'Şafak vakti gemi', 'x7#Qp2!mZt9w', 'Xiuying keeps bees'])(
    'takes %s',
    (password) => {
      expect(() => requireStrongPassword(password, ABOUT)).not.toThrow();
    },
  );
});

describe('newPasswordSchema', () => {
  it('takes 12 to 128 characters', () => {
    expect(newPasswordSchema.safeParse('a'.repeat(11)).success).toBe(false);
    expect(newPasswordSchema.safeParse('a'.repeat(12)).success).toBe(true);
    expect(newPasswordSchema.safeParse('a'.repeat(129)).success).toBe(false);
  });
});
