import { randomBytes } from 'node:crypto';
import type { Wallet } from 'ethers';
import { anchorReport } from '../../../test/support/chain/anchor-report';
import { bindWallet } from '../../../test/support/chain/test-chain';
import { createDoctor, createPatient, type Person } from '../../../test/support/people/factories';
import { fillKit, givePaperKey } from '../../../test/support/recovery-kit/kits';
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
  /** Those of them that are sealed wherever they are kept: what a report says, who may see it. */
  sealedMarks: string[];
  reportIds: string[];
}

/** A doctor may write for no more than 150 in a day. */
const PATIENTS_OF_A_DOCTOR = 100;

/** A word that no other text holds: letters alone, so that names and addresses may hold it. */
function newMark(): string {
  return randomBytes(8)
    .toString('hex')
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');
}

/**
 * Makes patients with two reports each, one of which is on the chain and shared with a guest, and a recovery
 * kit.
 * @param onMade receives how many there are, after each
 */
export async function makeMarkedPatients(
  count: number,
  onMade: (made: number) => void = () => undefined,
): Promise<MarkedPatient[]> {
  let doctor = await createDoctor();
  const made: MarkedPatient[] = [];
  for (let place = 0; place < count; place += 1) {
    if (place > 0 && place % PATIENTS_OF_A_DOCTOR === 0) doctor = await createDoctor();
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
    await givePaperKey(person);
    await fillKit(person);
    made.push({
      ...{ person, wallet, reportIds: [sealed, waiting] },
      marks: [name, mailbox, remarks, guest],
      sealedMarks: [remarks, guest],
    });
    onMade(made.length);
  }
  return made;
}
