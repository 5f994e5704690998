import { describe, expect, it } from 'vitest';
import { ruleFindings, rulesBroken } from '../test-support/source';

describe('texts on the chain', () => {
  it.each([
    [
      'a state variable',
      'contract C { string private ownerEmail; }',
      ['personal-data', 'string-storage'],
    ],
    [
      'a struct in storage',
      'contract C { struct R { string doctorName; } mapping(bytes32 => R) private _r; }',
      ['personal-data', 'string-storage'],
    ],
    [
      'a struct within a struct',
      'contract C { struct P { string phone; } struct R { P p; } R[] private _r; }',
      ['personal-data', 'string-storage'],
    ],
    [
      'an event',
      'contract C { event Added(bytes32 indexed id, string patientName); }',
      ['personal-data'],
    ],
    ['a call', 'contract C { function f(string calldata email) external {} }', ['personal-data']],
    ['a text of another name', 'contract C { event Said(string words); }', ['readable-string']],
    [
      'the key of a mapping',
      'contract C { mapping(string => bool) private _known; }',
      ['readable-string', 'string-storage'],
    ],
  ])('are found in %s', async (_, body, rules) => {
    expect(await rulesBroken(body)).toEqual(rules);
  });

  it.each([
    ['constants', 'contract C { string public constant name = "Register"; }'],
    [
      'views',
      'contract C { function f(string calldata email) external pure returns (uint256) { return bytes(email).length; } }',
    ],
    [
      'memory',
      'contract C { struct R { string email; } function f() external pure returns (R memory r) {} }',
    ],
    [
      'hashes and sealed bytes',
      'contract C { bytes32 private _emailTag; event Added(bytes sealedMetadata); }',
    ],
    ['errors', 'contract C { error Refused(string why); }'],
  ])('are not looked for in %s', async (_, body) => {
    expect(await rulesBroken(body)).toEqual([]);
  });

  it('are graver when they are about a person', async () => {
    const findings = await ruleFindings(
      'contract C { event A(string email); event B(string words); }',
    );
    expect(findings.map(({ severity, swc }) => [severity, swc])).toEqual([
      ['error', 136],
      ['warning', 136],
    ]);
  });
});
