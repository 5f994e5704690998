import { describe, expect, it } from 'vitest';
import { audit } from '../audit';
import type { Analyser, Outcome } from '../analyser';
import type { Accepted } from '../accepted-findings';
import type { RawFinding } from '../finding';
import { source } from '../test-support/source';
import { openFindings, verdictOf } from './audit-report';
import { describeReport, describeRun } from './print-report';
import { toJson } from './to-json';
import { toSarif } from './to-sarif';

const target = source('contract C {\n    uint256 private _x;\n}');
const place = { file: 'planted.sol', line: 4, column: 5, code: 'uint256 private _x;' };
const ONE: RawFinding = {
  rule: 'one/a',
  severity: 'warning',
  message: 'It is so',
  swc: 116,
  place,
};
const TWO: RawFinding = { ...ONE, rule: 'two/b', severity: 'error', message: 'It is worse' };
const NOTE: RawFinding = { rule: 'one/style', severity: 'note', message: 'It is ugly', place };

function analyser(name: string, outcome: Outcome | Error): Analyser {
  const run = () => (outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome));
  return { name, title: `Analyser ${name}`, run };
}
const reporting = (name: string, ...findings: RawFinding[]) =>
  analyser(name, { status: 'done', findings, version: '1.0' });
const accept = (...rules: string[]): Accepted => ({
  rules,
  file: place.file,
  code: place.code,
  reason: 'It was reviewed, and it is intended',
});

describe('the report', () => {
  it('makes one finding of what two analysers report of one weakness in one line', async () => {
    const report = await audit(target, [reporting('one', ONE, NOTE), reporting('two', TWO)]);
    expect(report.findings).toHaveLength(2);
    expect(report.findings[0]).toMatchObject({ severity: 'error', swc: 116, reports: [TWO, ONE] });
    expect(verdictOf(report)).toBe('open');
  });

  it('keeps other weaknesses and other lines apart', async () => {
    const elsewhere = { ...ONE, place: { ...place, line: 3, code: 'contract C {' } };
    const report = await audit(target, [reporting('one', ONE, { ...ONE, swc: 101 }, elsewhere)]);
    expect(report.findings).toHaveLength(3);
  });

  it('is clean with notes alone', async () => {
    expect(verdictOf(await audit(target, [reporting('one', NOTE)]))).toBe('clean');
  });

  it('is clean when everything above a note has its reason', async () => {
    const accepted = [accept('one/a', 'two/b')];
    const report = await audit(target, [reporting('one', ONE), reporting('two', TWO)], {
      accepted,
    });
    expect(verdictOf(report)).toBe('clean');
    expect(describeReport(report)).toContain('0 open, 1 accepted');
  });

  it('stays open when only one of two rules has a reason', async () => {
    const accepted = [accept('one/a')];
    const report = await audit(target, [reporting('one', ONE), reporting('two', TWO)], {
      accepted,
    });
    expect(openFindings(report)).toHaveLength(1);
  });

  it('stays open when the line is not the one that was accepted', async () => {
    const accepted = [{ ...accept('one/a'), code: 'uint256 private _y;' }];
    const report = await audit(target, [reporting('one', ONE)], { accepted });
    expect(openFindings(report)).toHaveLength(1);
  });

  it('reports an accepted finding that no longer occurs, if its analyser ran', async () => {
    const accepted = [accept('one/a')];
    const gone = await audit(target, [reporting('one')], { accepted });
    expect(gone.gone).toEqual(accepted);
    expect(verdictOf(gone)).toBe('open');
    expect(describeReport(gone)).toContain('ACCEPTED, BUT GONE');

    const notRun = await audit(target, [reporting('two')], { accepted });
    expect(verdictOf(notRun)).toBe('clean');
  });

  it('is incomplete when an analyser crashed, in every format', async () => {
    const report = await audit(target, [
      analyser('one', new Error('out of memory')),
      reporting('two'),
    ]);
    expect(report.tools[0]).toMatchObject({ status: 'failed', why: 'out of memory' });
    expect(verdictOf(report)).toBe('incomplete');
    expect(describeReport(report)).toContain('FAILED Analyser one');
    expect(JSON.stringify(toJson(report))).toContain('out of memory');
    expect(toSarif(report)).toMatchObject({
      runs: [{ invocations: [{ executionSuccessful: false }] }, {}],
    });
  });

  it('lists what is not installed, and is clean without it', async () => {
    const missing = analyser('one', { status: 'not installed', remedy: 'install it' });
    const report = await audit(target, [missing]);
    expect(verdictOf(report)).toBe('clean');
    expect(report.tools.map(describeRun)).toEqual(['Analyser one: not installed (install it)']);
  });

  it('is SARIF 2.1.0: rules, levels, places, weaknesses, reasons', async () => {
    const report = await audit(target, [reporting('one', ONE)], { accepted: [accept('one/a')] });
    expect(toSarif(report)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Analyser one',
              version: '1.0',
              rules: [{ id: 'one/a', properties: { tags: ['security', 'SWC-116'] } }],
            },
          },
          invocations: [{ executionSuccessful: true }],
          results: [
            {
              ruleId: 'one/a',
              ruleIndex: 0,
              level: 'warning',
              message: { text: 'It is so' },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'planted.sol' },
                    region: { startLine: 4, startColumn: 5 },
                  },
                },
              ],
              suppressions: [{ kind: 'external', status: 'accepted' }],
              properties: { tool: 'one', swc: 'SWC-116' },
            },
          ],
        },
      ],
    });
  });
});
