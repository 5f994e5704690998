import { describe, expect, it } from 'vitest';
import { source } from '../test-support/source';
import { readAderyn } from './aderyn';
import { readCoverage } from './coverage';
import { readEchidna } from './echidna';
import { readForgeLint } from './forge-lint';
import { readFuzz } from './fuzz';
import { judgeGas } from './gas';
import { readMythril } from './mythril';
import { readSlither } from './slither';
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

  // The form that Slither's documentation gives ("JSON output": detector results, source mapping).
  it('Slither', () => {
    const element = {
      type: 'function',
      name: 'f',
      source_mapping: {
        start: 80,
        length: 24,
        filename_relative: 'planted.sol',
        filename_absolute: '/x/planted.sol',
        filename_short: 'planted.sol',
        is_dependency: false,
        lines: [4],
        starting_column: 5,
        ending_column: 29,
      },
    };
    const detector = {
      check: 'reentrancy-eth',
      impact: 'High',
      confidence: 'Medium',
      description: 'Reentrancy in C.f()\n',
      elements: [element],
    };
    const report = { success: true, error: null, results: { detectors: [detector] } };
    expect(readSlither(JSON.stringify(report), target)).toEqual([
      {
        rule: 'slither/reentrancy-eth',
        severity: 'error',
        message: 'Reentrancy in C.f()',
        swc: 107,
        place: { ...place, column: 5 },
      },
    ]);
    const failure = { success: false, error: 'Invalid compilation', results: {} };
    expect(() => readSlither(JSON.stringify(failure), target)).toThrow('Invalid compilation');
  });

  // The form of `mythril/analysis/report.py` (`as_json`), which prints SWC numbers without letters.
  it('Mythril', () => {
    const issue = {
      address: 722,
      contract: 'C',
      description: 'Any sender can cause the contract to self-destruct.',
      function: 'f()',
      max_gas_used: 1749,
      min_gas_used: 1138,
      severity: 'High',
      sourceMap: '80:24:0',
      'swc-id': '106',
      title: 'Unprotected Selfdestruct',
      filename: 'planted.sol',
      lineno: 4,
    };
    const report = { success: true, error: null, issues: [issue] };
    expect(readMythril(JSON.stringify(report), target)).toEqual([
      expect.objectContaining({
        rule: 'mythril/unprotected-selfdestruct',
        severity: 'error',
        swc: 106,
        place: { ...place, column: 1 },
      }),
    ]);
    const failure = { success: false, error: 'Solc experienced a fatal error', issues: [] };
    expect(() => readMythril(JSON.stringify(failure), target)).toThrow('fatal error');
  });

  // The form of `reports/report.json` in Aderyn's repository.
  it('Aderyn', () => {
    const instance = { contract_path: 'planted.sol', line_no: 4, src: '80:24', src_char: '80:24' };
    const high = {
      title: 'Weak Randomness',
      description: '…',
      detector_name: 'weak-randomness',
      instances: [instance],
    };
    const low = {
      title: 'PUSH0 Opcode',
      description: '…',
      detector_name: 'push-zero-opcode',
      instances: [instance],
    };
    const report = {
      files_summary: { total_source_units: 1, total_sloc: 3 },
      issue_count: { high: 1, low: 1 },
      high_issues: { issues: [high] },
      low_issues: { issues: [low] },
    };
    expect(readAderyn(JSON.stringify(report), target)).toEqual([
      expect.objectContaining({ rule: 'aderyn/weak-randomness', severity: 'error', swc: 120 }),
      expect.objectContaining({ rule: 'aderyn/push-zero-opcode', severity: 'warning' }),
    ]);
  });

  // The form that `lib/Echidna/Output/JSON.hs` writes.
  it('Echidna: only what does not hold', () => {
    const call = {
      contract: '',
      function: 'setOwner',
      arguments: ['0x1'],
      gas: 8000030,
      gasprice: 0,
    };
    const test = (status: string, transactions: unknown[] | null) => ({
      contract: '',
      name: `echidna_${status}`,
      status,
      error: null,
      type: 'property',
      transactions,
    });
    const report = {
      success: true,
      error: null,
      tests: [test('passed', null), test('fuzzing', null), test('solved', [call])],
      seed: 1,
      coverage: {},
      gas_info: [],
    };
    expect(readEchidna(JSON.stringify(report))).toEqual([
      expect.objectContaining({
        message: 'echidna_solved does not hold after setOwner',
        severity: 'error',
      }),
    ]);
  });

  it.each([
    ['forge lint', () => readForgeLint('{"level":1}', target)],
    ['solhint', () => readSolhint('{}', target)],
    ['Slither', () => readSlither('{"success":true}', target)],
    ['Mythril', () => readMythril('[]', target)],
    ['Aderyn', () => readAderyn('{}', target)],
    ['Echidna', () => readEchidna('{"success":true}')],
    ['gas', () => judgeGas('{"ours":{}}', '{}')],
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
    expect(judgeGas(figures(90_000), figures(90_000)).findings).toEqual([]);
    expect(judgeGas(figures(95_000), figures(95_000)).findings).toHaveLength(2);
    expect(judgeGas(figures(90_000), figures(89_000)).findings).toEqual([
      expect.objectContaining({ rule: 'gas/not-the-snapshot' }),
    ]);
  });
});
