import type { Wallet } from 'ethers';
import { anchorReport } from '../chain/anchor-report';
import { makeFinal } from '../chain/patient-on-chain';
import { bindWallet } from '../chain/test-chain';
import { createDoctor, createPatient, type Person } from '../people/factories';
import { createApprovedReport } from './report-factories';

/** A doctor and a patient with a wallet, for reports with a real PDF. */
export interface SealingPair {
  doctor: Person;
  patient: Person;
  wallet: Wallet;
  /** Seals a new report and makes it final; returns its id. */
  anchored: () => Promise<string>;
}

/** Makes the two; the patient is Ayşe Yılmaz. */
export async function sealingPair(): Promise<SealingPair> {
  const [doctor, patient] = [await createDoctor(), await createPatient({ name: 'Ayşe Yılmaz' })];
  const wallet = await bindWallet(patient);
  const anchored = async () => {
    const reportId = await createApprovedReport({ doctor, patient });
    await anchorReport(patient, wallet, reportId);
    await makeFinal();
    return reportId;
  };
  return { doctor, patient, wallet, anchored };
}
