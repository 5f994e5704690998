import { describe, expect, it } from 'vitest';
import { findProgram } from '../../../provision/installed-program';
import { source } from '../test-support/source';
import { smtChecker, checkModel, sortMessages } from './smt-checker';

const z3 = findProgram(['z3']);

const counter = (limit: string) => ({
  ...source(`contract planted {
    uint256 private _count;
    function add() external { if (_count < 3) _count += 1; }
    function hold() external view { assert(_count <= ${limit}); }
  }`),
});

describe('the model checker', () => {
  it.skipIf(z3 === undefined)('proves what holds after any number of calls', () => {
    const { proven, disproven, open } = checkModel(z3 ?? '', counter('3'));
    expect([proven.length, disproven.length, open.length]).toEqual([1, 0, 0]);
  });

  it.skipIf(z3 === undefined)('finds the calls that break a promise', () => {
    const { proven, disproven } = checkModel(z3 ?? '', counter('2'));
    expect([proven.length, disproven.length]).toEqual([0, 1]);
  });

  // Recorded from solc 0.8.37, where the solver gave up.
  it('takes what the solver gave up on for unproven, not for proven', () => {
    const message = 'CHC: Assertion violation might happen here.';
    const { proven, open } = sortMessages([{ severity: 'warning', errorCode: '6328', message }]);
    expect([proven.length, open.length]).toEqual([0, 1]);
  });

  it('has no model of other contracts', async () => {
    expect(await smtChecker.run(source('contract C {}'))).toMatchObject({
      status: 'not applicable',
    });
  });
});
