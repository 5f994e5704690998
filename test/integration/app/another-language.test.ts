import { NextRequest } from 'next/server';
import { expect, it } from 'vitest';
import { POST as logIn } from '@/app/api/accounts/session/route';
import { requestPasswordReset } from '@/accounts/password-reset/request-password-reset';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { translatorOf } from '@/messages/translator';
import { env } from '@/platform/env';
import { jobHandlers } from '../../../src/worker/job-handlers';
import { addPseudoLanguage, withoutPseudo } from '../../support/messages/pseudo-language';
import { t as english } from '../../support/messages/english';
import { createPatient } from '../../support/people/factories';
import { deliverMailsTo } from '../../support/people/mail';

const PSEUDO = addPseudoLanguage();
const t = translatorOf(PSEUDO);

async function logInWith(body: object, language: string): Promise<unknown> {
  const request = new NextRequest(`${env().APP_URL}/api/accounts/session`, {
    method: 'POST',
    headers: {
      'accept-language': language,
      'content-type': 'application/json',
      origin: new URL(env().APP_URL).origin,
    },
    body: JSON.stringify(body),
  });
  const answer = await logIn(request, { params: Promise.resolve({}) });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return answer.json();
}

it('answers a call in the language that its browser asks for', async () => {
  const wrong = { email: 'nobody@example.org', password: 'wrong' };
  expect(await logInWith(wrong, 'eo, en;q=0.5')).toMatchObject({
    title: t('errors.wrong-credentials'),
    detail: t('errors.wrong-credentials'),
  });
  expect(await logInWith(wrong, 'en')).toMatchObject({
    title: english('errors.wrong-credentials'),
    detail: english('errors.wrong-credentials'),
  });
});

it('names what is wrong with each field in that language', async () => {
  const empty = { email: '', password: 'x'.repeat(1_001) };
  expect(await logInWith(empty, 'eo')).toMatchObject({
    detail: t('errors.invalid-input'),
    fields: {
      email: t('accounts.logIn.emailMissing'),
      password: t('validation.atMostCharacters', { maximum: 1_000 }),
    },
  });
});

it('writes a mail in the language of its job', async () => {
  const { actor } = await createPatient({ name: 'Ayşe Yılmaz' });
  await requestPasswordReset(actor.email);
  await runDueJobs({
    ...jobHandlers,
    'mail-reset-password': (payload, job) =>
      jobHandlers['mail-reset-password'](payload, { ...job, locale: PSEUDO }),
  });
  const [mail] = await deliverMailsTo(actor.email);
  expect(withoutPseudo(mail?.subject ?? '?')).toBe('');
  const rest = withoutPseudo(mail?.text ?? '?').replaceAll(/https?:\/\/\S+/g, '');
  expect(rest.match(/\p{L}{2,}/gu)).toBeNull();
  expect(mail?.html).toContain('<html lang="eo">');
});
