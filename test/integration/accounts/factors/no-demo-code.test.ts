import { expect, it } from 'vitest';
import { readDemoCode } from '@/accounts/factors/totp/read-demo-code';
import { env } from '@/platform/env';
import { createDoctor } from '../../../support/people/factories';
import { setUpTotp } from '../../../support/people/factors';

// Before the environment is read for the first time.
process.env['DEMO_MODE'] = '';

it('outside a demonstration nothing tells the code of an app', async () => {
  expect(env().DEMO_MODE).toBe(false);
  const doctor = await createDoctor();
  await setUpTotp(doctor);
  await expect(readDemoCode(doctor.actor)).rejects.toMatchObject({ code: 'not-found' });
});
