import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { env } from '@/platform/env';
import { takesConsents } from '@/registry/relayer/takes-consents';
import { isRelaying } from '@/registry/relayer/is-relaying';
import { acceptConsent } from '@/sharing/anchoring/accept-consent';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { quoteAnchoring } from '@/sharing/anchoring/quote-anchoring';
import {
  patientOnChain,
  stateOf,
  type PatientOnChain,
} from '../../../support/chain/patient-on-chain';
import { chain } from '../../../support/chain/test-chain';
import { createApprovedRow } from '../../../support/reports/approved-report';

let someone: PatientOnChain;

beforeAll(async () => {
  const old = readFileSync('test/fixtures/registry-without-view/code.hex', 'utf8').trim();
  const { REGISTRY_ADDRESS } = env();
  const genuine = await chain().getCode(REGISTRY_ADDRESS);
  await chain().send('anvil_setCode', [REGISTRY_ADDRESS, old]);
  expect(await takesConsents()).toBe(false);
  // The old code knows another address as its own, so that it takes no signature here. Its answer is remembered.
  await chain().send('anvil_setCode', [REGISTRY_ADDRESS, genuine]);
  someone = await patientOnChain();
});

describe('with a contract of before others could send for an owner', () => {
  it('the clinic is not offered to pay', async () => {
    const { id } = await createApprovedRow(someone.doctor, someone.patient);

    expect(await isRelaying()).toBe(false);
    expect((await quoteAnchoring(someone.patient.actor, id, 1)).clinic).toBeNull();
    await expect(prepareAnchoring(someone.patient.actor, id, [], 7)).rejects.toMatchObject({
      code: 'clinic-cannot-pay',
    });
    expect(await stateOf(id)).toBe('APPROVED');
  });

  it('the patient’s own wallet seals as before', async () => {
    const { reportId, consent } = await someone.anchor(['guest@clinic.example']);

    expect(consent).toBeNull();
    expect(await stateOf(reportId)).toBe('ANCHORED');
  });

  it('a consent is refused', async () => {
    const { transactionId, request } = await someone.prepare();
    expect(request.to).toBe(env().REGISTRY_ADDRESS);

    const call = acceptConsent(someone.patient.actor, transactionId, `0x${'11'.repeat(65)}`);

    await expect(call).rejects.toMatchObject({ code: 'wallet-signature-wrong' });
  });
});
