import { randomBytes } from 'node:crypto';
import type { Wallet } from 'ethers';
import { anchorReport } from '../../../test/support/chain/anchor-report';
import { bindWallet } from '../../../test/support/chain/test-chain';
import { createDoctor, createPatient, type Person } from '../../../test/support/people/factories';
import {
  createApprovedReport,
  createForwardedReport,
} from '../../../test/support/reports/report-factories';

/** A patient whose every word can be found again. */
export interface MarkedPatient {
  person: Person;
  wallet: Wallet;
  /** Words that stand nowhere else: name, address, what a report says, who may see it. */
  marks: string[];
  reportIds: string[];
}

/** A word that no other text holds: letters alone, so that names and addresses may hold it. */
function newMark(): string {
  return randomBytes(8)
    .toString('hex')
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');
}

/**
 * Makes patients with two reports each, one of which is on the chain and shared with a guest; all of one doctor.
 * @param onMade called after each
 */
export async function makeMarkedPatients(
  count: number,
  onMade: () => void = () => undefined,
): Promise<MarkedPatient[]> {
  const doctor = await createDoctor();
  const made: MarkedPatient[] = [];
  for (let place = 0; place < count; place += 1) {
    const [name, mailbox, remarks, guest] = [newMark(), newMark(), newMark(), newMark()];
    const person = await createPatient({
      name: `Drill ${name}`,
      email: `${mailbox}@drill.example`,
    });
    const wallet = await bindWallet(person);
    const form = { remarks: `Remark ${remarks}` };
    const sealed = await createApprovedReport({ doctor, patient: person, form });
    const waiting = await createForwardedReport({ doctor, patient: person, form });
    await anchorReport(person, wallet, sealed, [
      { email: `${guest}@drill.example`, expiresAt: null },
    ]);
    made.push({
      ...{ person, wallet, reportIds: [sealed, waiting] },
      marks: [name, mailbox, remarks, guest],
    });
    onMade();
  }
  return made;
}
