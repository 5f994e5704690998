import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { type GasFigures, measureAll } from '../../../scripts/contracts/gas/measure-all';

const SNAPSHOT = join(import.meta.dirname, 'gas-snapshot.json');

describe('gas', () => {
  let figures: GasFigures;

  before(async () => {
    figures = await measureAll();
  });

  test('equals the snapshot (after a review: npm run bench:gas -- --update)', () => {
    assert.deepEqual(figures, JSON.parse(readFileSync(SNAPSHOT, 'utf8')));
  });

  test('of an anchoring stays within its budget and near its floor', () => {
    const { ours, floor } = figures;
    assert.ok((ours.addReport[0] ?? NaN) <= 67_000);
    assert.ok((ours.addReport[2] ?? NaN) <= 91_500);
    assert.ok((ours.addReport[2] ?? NaN) <= 1.08 * (floor.addReport[2] ?? NaN));
  });

  test('of the audit trail stays within its budget', () => {
    assert.ok(figures.ours.trailRoot <= 48_000);
    assert.ok(figures.ours.violations10 <= 46_500);
  });

  test('of the peers is several times ours', () => {
    const { ours, paper, eas } = figures;
    const two = ours.addReport[2] ?? NaN;
    assert.ok((paper.addReport[2] ?? NaN) >= 4.2 * two);
    assert.ok((eas.attest[2] ?? NaN) >= 6.4 * two);
  });

  test('per report is lower in a batch', () => {
    assert.ok(figures.ours.addReportsPerReport10 < 0.8 * (figures.ours.addReport[2] ?? NaN));
  });
});
