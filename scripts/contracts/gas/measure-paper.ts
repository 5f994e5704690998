import { compileSources } from './compile-sources';
import { startMeasuringChain } from './measuring-chain';
import { emails, METADATA_BYTES, VIEWER_COUNTS } from './payload';

/** Where the paper's contract, rebuilt, is. */
export const PAPER_SOURCE = 'test/contracts/peers/PaperReports.sol';

/** Six short strings, each of which fits one slot, and the object's address, the one long string. */
const SHORT = {
  reportName: 'COVID-19 PCR test report',
  ownerName: 'Ayse Yilmaz Karaca',
  ownerEmail: 'ayse.yilmaz@mail.example',
  doctorName: 'Dr. Mehmet Demirci',
  doctorEmail: 'm.demirci@hospital.example',
  uploadDate: '2023-03-14T09:26:53.589Z',
};

/** What the paper's `addReport` takes, with as many bytes of metadata as ours. */
export function paperReport(viewers: number) {
  const taken = Object.values(SHORT).reduce((sum, text) => sum + text.length, 0);
  const reportAddress = 'https://reports.s3.eu-central-1.amazonaws.com/'.padEnd(
    METADATA_BYTES - taken,
    '1A4Y3JWDLHPRY31M',
  );
  const { reportName, ...people } = SHORT;
  return { reportName, reportAddress, ...people, permissions: emails(viewers) };
}

/** What the paper's contract costs, in gas. */
export async function measurePaper() {
  const contract = compileSources('solc', PAPER_SOURCE).get('PaperReports');
  if (contract === undefined) throw new Error(`${PAPER_SOURCE} has no PaperReports`);
  const { deploy, owner } = await startMeasuringChain();
  const paper = await deploy(contract, []);

  const addReport: Record<string, number> = {};
  for (const viewers of VIEWER_COUNTS) {
    const args = [`1A4Y3JWDLHPRY31${viewers}`, paperReport(viewers)];
    addReport[viewers] = (await paper.call(owner, 'addReport', args)).gas;
  }
  const [, , third = ''] = emails(3);
  const change = (name: string) => paper.call(owner, name, ['1A4Y3JWDLHPRY312', third]);
  const added = await change('addPermission');
  const removed = await change('removePermission');
  return { addReport, addPermission: added.gas, removePermission: removed.gas };
}
