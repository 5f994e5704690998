import { expect, it } from 'vitest';
import { dismissFactorHint } from '@/accounts/factors/dismiss-factor-hint';
import { wantsFactorHint } from '@/accounts/factors/wants-factor-hint';
import { createDoctor, createPatient } from '../../../support/people/factories';
import { setUpTotp } from '../../../support/people/factors';

it('a patient is asked for a second factor until they say no, or have one', async () => {
  const { actor } = await createPatient();
  expect(await wantsFactorHint(actor)).toBe(true);
  await dismissFactorHint(actor);
  await dismissFactorHint(actor);
  expect(await wantsFactorHint(actor)).toBe(false);

  const careful = await createPatient();
  await setUpTotp(careful);
  expect(await wantsFactorHint(careful.actor)).toBe(false);
});

it('who needs one is not asked but told when it is due', async () => {
  const { actor } = await createDoctor();
  expect(await wantsFactorHint(actor)).toBe(false);
});
