import type { GasFigures } from './measure-all';
import { METADATA_BYTES, VIEWER_COUNTS } from './payload';

/** Prints the figures for a person. */
export function printTable({ ours, paper, eas, floor }: GasFigures): void {
  console.log(`Anchoring one report with ${METADATA_BYTES} bytes of metadata, in gas:\n`);
  console.log('viewers      ours     floor         paper             EAS');
  for (const viewers of VIEWER_COUNTS) {
    const own = ours.addReport[viewers] ?? NaN;
    const against = (other: number | undefined) =>
      `${inThousands(other).padStart(9)} ${`(×${((other ?? NaN) / own).toFixed(2)})`.padStart(8)}`;
    const floorShare = inThousands(floor.addReport[viewers]).padStart(9);
    console.log(
      `${String(viewers).padStart(7)} ${inThousands(own).padStart(9)} ${floorShare}`,
      against(paper.addReport[viewers]),
      against(eas.attest[viewers]),
    );
  }
  const two = (ours.addReport[2] ?? NaN) / (floor.addReport[2] ?? NaN);
  console.log(`\nOurs over its floor, two viewers: ${two.toFixed(3)}`);
  console.log(`addReports, ten with two viewers, each: ${inThousands(ours.addReportsPerReport10)}`);
  const { add, remove } = ours.setPermissions;
  console.log(`setPermissions, a third viewer: ${inThousands(add)}; away: ${inThousands(remove)}`);
  const [granted, taken] = [paper.addPermission, paper.removePermission].map(inThousands);
  console.log(`the paper's addPermission: ${granted}; removePermission: ${taken}`);
  console.log(`retractReport: ${inThousands(ours.retractReport)}`);
  const { addReportFor, addReportsForPerReport10, setPermissionsFor } = ours;
  console.log(
    `sent for the owner: addReportFor ${inThousands(addReportFor[0])},`,
    `with two viewers ${inThousands(addReportFor[2])};`,
    `addReportsFor, ten with two viewers, each: ${inThousands(addReportsForPerReport10)};`,
    `setPermissionsFor, a third viewer: ${inThousands(setPermissionsFor)}`,
  );
  console.log(
    `audit trail: the root of a day ${inThousands(ours.trailRoot)};`,
    `ten violations ${inThousands(ours.violations10)}`,
  );
}

function inThousands(gas: number | undefined): string {
  return (gas ?? NaN).toLocaleString('en');
}
