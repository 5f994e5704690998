import { expect, it } from 'vitest';
import { passSecondFactor } from '@/accounts/factors/pass-second-factor';
import { readDemoCode } from '@/accounts/factors/totp/read-demo-code';
import { env } from '@/platform/env';
import { createDoctor } from '../../../support/people/factories';
import { halfOpenOf } from '../../../support/people/factor-reset';
import { setUpTotp } from '../../../support/people/factors';

it('a demonstration gives the code of the app, several times within one time step', async () => {
  expect(env().DEMO_MODE).toBe(true);
  const doctor = await createDoctor();
  await expect(readDemoCode(doctor.actor)).rejects.toMatchObject({ code: 'not-found' });
  await setUpTotp(doctor);
  const half = await halfOpenOf(doctor);
  const codes = new Set<string>();
  for (let times = 0; times < 2; times += 1) {
    const code = await readDemoCode(half);
    codes.add(code);
    await passSecondFactor(half, { by: 'totp', code }, null);
  }
  expect(codes.size).toBe(2);
});
