import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileSources } from '../../../scripts/contracts/gas/compile-sources';
import { startMeasuringChain } from '../../../scripts/contracts/gas/measuring-chain';
import { PAPER_SOURCE, paperReport } from '../../../scripts/contracts/gas/measure-paper';

const CODE = '1A4Y3JWDLHPRY31M';

async function startPaper() {
  const contract = compileSources('solc', PAPER_SOURCE).get('PaperReports');
  assert.ok(contract);
  const chain = await startMeasuringChain();
  return { ...chain, paper: await chain.deploy(contract, []) };
}

describe('the paper’s contract', () => {
  test('keeps a report and its viewers, as published', async () => {
    const { owner, paper } = await startPaper();
    const report = paperReport(2);

    await paper.call(owner, 'addReport', [CODE, report]);

    assert.deepEqual(await paper.ask('getReport', [CODE]), [Object.values(report)]);
    await paper.call(owner, 'addPermission', [CODE, 'third@hospital.example']);
    await paper.call(owner, 'removePermission', [CODE, report.permissions[0]]);
    const permissions = ['third@hospital.example', report.permissions[1]];
    assert.deepEqual(await paper.ask('getReport', [CODE]), [
      Object.values({ ...report, permissions }),
    ]);
  });

  test('lets a stranger overwrite any report', async () => {
    const { owner, stranger, paper } = await startPaper();
    const report = paperReport(2);
    await paper.call(owner, 'addReport', [CODE, report]);
    const forged = { ...report, doctorName: 'Nobody', permissions: ['thief@example.com'] };

    await paper.call(stranger, 'addReport', [CODE, forged]);

    assert.deepEqual(await paper.ask('getReport', [CODE]), [Object.values(forged)]);
  });

  test('lets a stranger permit himself', async () => {
    const { owner, stranger, paper } = await startPaper();
    await paper.call(owner, 'addReport', [CODE, paperReport(0)]);

    await paper.call(stranger, 'addPermission', [CODE, 'thief@example.com']);

    const permissions = ['thief@example.com'];
    assert.deepEqual(await paper.ask('getReport', [CODE]), [
      Object.values({ ...paperReport(0), permissions }),
    ]);
  });

  test('shows every name and address publicly, already in the calldata', async () => {
    const { owner, paper } = await startPaper();
    const { calldata } = await paper.call(owner, 'addReport', [CODE, paperReport(1)]);

    for (const text of Object.values(paperReport(1)).flat()) {
      assert.ok(calldata.includes(Buffer.from(text).toString('hex')), text);
    }
  });
});
