import { describe, expect, it } from 'vitest';
import { confirmEmail } from '@/accounts/registration/confirm-email';
import { emailSchema } from '@/accounts/email/email-schema';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { registerPatient } from '@/accounts/registration/register-patient';
import { PASSWORD } from '../../../support/people/factories';
import { deliverMailsTo, secretIn } from '../../../support/people/mail';

const PATIENT = {
  name: 'Deniz Korkmaz',
  birthDate: '1990-07-25',
  gender: 'female',
  bloodGroup: 'B_POSITIVE',
  password: PASSWORD,
} as const;

/** Registers and confirms by the mailed link. */
async function join(typed: string, received: string): Promise<void> {
  await registerPatient({ ...PATIENT, email: emailSchema.parse(typed) });
  const token = secretIn((await deliverMailsTo(received)).at(-1));
  expect(await confirmEmail({ token, password: PASSWORD })).toMatchObject({ outcome: 'active' });
}

describe('mail reaches the mailbox, and its owner logs in with any spelling of it', () => {
  it.each([
    ['info@klinik-köln.example', 'info@xn--klinik-kln-lcb.example', 'INFO@KLINIK-KÖLN.example'],
    ['a/b@clinic.example', 'a/b@clinic.example', ' A/B@clinic.example '],
    ['andré@clinic.example', 'andré@clinic.example', 'andre\u0301@clinic.example'],
  ])('%s', async (typed, received, respelled) => {
    await join(typed, received);
    await expect(logIn({ email: respelled, password: PASSWORD })).resolves.toHaveProperty(
      'sessionId',
    );
  });

  it('takes letters with and without an accent for two mailboxes', async () => {
    await join('pelé@clinic.example', 'pelé@clinic.example');
    const other = logIn({ email: 'pele@clinic.example', password: PASSWORD });
    await expect(other).rejects.toMatchObject({ code: 'wrong-credentials' });
    await join('pele@clinic.example', 'pele@clinic.example');
  });
});
