import { describe, expect, it } from 'vitest';
import { source } from '../test-support/source';
import { readCoverage } from './coverage';
import { readForgeLint } from './forge-lint';
import { readFuzz } from './fuzz';
import { checkGas } from './gas';
import { readSolhint } from './solhint';

const target = source('contract C {\n    function f() external {}\n}');
const place = { file: 'planted.sol', line: 4, code: 'function f() external {}' };

describe('reading what the analysers write', () => {
  // A recorded line of forge 1.7.1, shortened in `rendered`.
  it('forge lint', () => {
    const line =
      '{"$message_type":"diagnostic","message":"usage of `block.timestamp` in a comparison may be manipulated by validators","code":{"code":"block-timestamp","explanation":null},"level":"warning","spans":[{"file_name":"planted.sol","byte_start":84,"byte_end":110,"line_start":4,"line_end":4,"column_start":5,"column_end":39,"is_primary":true,"text":[],"label":null,"suggested_replacement":null}],"children":[],"rendered":"warning[block-timestamp]"}';
    expect(readForgeLint(`Compiling…\n${line}\n`, target)).toEqual([
      expect.objectContaining({
        rule: 'forge-lint/block-timestamp',
        severity: 'warning',
        swc: 116,
        place: { ...place, column: 5 },
      }),
    ]);
  });

  // A recorded report of solhint 6.2.4.
  it('solhint: safety keeps its severity, style becomes a note', () => {
    const report = [
      {
        line: 4,
        column: 5,
        severity: 'Warning',
        message: 'Avoid making time-based decisions in your business logic',
        ruleId: 'not-rely-on-time',
        fix: null,
        filePath: 'planted.sol',
      },
      {
        line: 3,
        column: 1,
        severity: 'Warning',
        message: "Missing @author tag in contract 'C'",
        ruleId: 'use-natspec',
        filePath: 'planted.sol',
      },
      { conclusion: '2 problem/s (0 error/s, 2 warning/s)' },
    ];
    expect(readSolhint(JSON.stringify(report), target)).toEqual([
      expect.objectContaining({ rule: 'solhint/not-rely-on-time', severity: 'warning', swc: 116 }),
      expect.objectContaining({ rule: 'solhint/use-natspec', severity: 'note' }),
    ]);
  });

  it.each([
    ['forge lint', () => readForgeLint('{"level":1}', target)],
    ['solhint', () => readSolhint('{}', target)],
    ['gas', () => checkGas('{"ours":{}}', '{}')],
  ])('%s: what is in another form is refused, not taken for silence', (_, read) => {
    expect(read).toThrow();
  });

  // Recorded from Hardhat 3.17: `hardhat test solidity`, `hardhat --coverage test`.
  it("Hardhat's fuzz tests and coverage", () => {
    const output = '  1 passing\n  1 failing\n\n    1) testFuzz_OwnerNeverChanges(address)\n';
    expect(readFuzz(output)).toEqual([
      expect.objectContaining({
        message: 'testFuzz_OwnerNeverChanges(address)',
        severity: 'error',
      }),
    ]);
    const lcov =
      'TN:\nSF:planted.sol\nDA:3,7\nDA:4,0\nLH:1\nLF:2\nend_of_record\nSF:other.sol\nDA:1,0\n';
    const { findings, lines, reached } = readCoverage(lcov, target);
    expect([lines, reached]).toEqual([2, 1]);
    expect(findings).toEqual([expect.objectContaining({ place: { ...place, column: 1 } })]);
  });

  it('the gas bench: what costs more than was promised', () => {
    const figures = (two: number) =>
      JSON.stringify({
        ours: { addReport: { 0: 65_000, 2: two } },
        paper: { addReport: { 2: 385_000 } },
        eas: { attest: { 2: 591_000 } },
        floor: { addReport: { 2: 85_000 } },
      });
    expect(checkGas(figures(90_000), figures(90_000)).findings).toEqual([]);
    expect(checkGas(figures(95_000), figures(95_000)).findings).toHaveLength(2);
    expect(checkGas(figures(90_000), figures(89_000)).findings).toEqual([
      expect.objectContaining({ rule: 'gas/not-the-snapshot' }),
    ]);
  });
});
