import { describe, expect, it } from 'vitest';
import { readAccepted } from './accepted-findings';
import { forgeLint } from './analysers/forge-lint';
import { ownRules } from './analysers/own-rules';
import { solcWarnings } from './analysers/solc-warnings';
import { solhint } from './analysers/solhint';
import { audit } from './audit';
import { fingerprintOf, knownFingerprint } from './model/fingerprint';
import { openFindings, verdictOf } from './report/audit-report';
import { contractIn, ourContracts, type Target } from './target';

/** The analysers that take seconds; the others are for `npm run audit:contracts`. */
const QUICK = [solcWarnings, ownRules, solhint, forgeLint];
const TIMEOUT_MS = 120_000;

const PAPER = 'test/contracts/peers/PaperReports.sol';

async function quick(target: Target) {
  const accepted = target.ours ? readAccepted() : [];
  const report = await audit(target, QUICK, { accepted });
  expect(report.tools.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done']);
  return report;
}

describe('the quick part of the audit', () => {
  it(
    'finds nothing in our contracts that is not explained',
    async () => {
      const report = await quick(ourContracts());
      expect(openFindings(report)).toEqual([]);
      expect(report.gone).toEqual([]);
      expect(verdictOf(report)).toBe('clean');
    },
    TIMEOUT_MS,
  );

  it(
    "finds the faults of the paper's contract",
    async () => {
      const report = await quick(contractIn(PAPER));
      const reports = openFindings(report).flatMap((finding) =>
        finding.reports.map(
          ({ rule, severity }) => `${severity} ${rule} ${finding.place?.code ?? ''}`,
        ),
      );
      const overwrite = 'reports[reportCode] = report;';
      expect(reports).toEqual(
        expect.arrayContaining([
          `error rules/unauthorised-write ${overwrite}`,
          `error rules/overwritable-record ${overwrite}`,
          'error rules/unauthorised-write reports[reportCode].permissions.push(email);',
          'error rules/unauthorised-write permissions.pop();',
          'error rules/personal-data string ownerName;',
          'error rules/personal-data string ownerEmail;',
          'error rules/personal-data string doctorEmail;',
          'warning rules/readable-string string[] permissions;',
          'warning rules/string-storage string uploadDate;',
          'warning rules/unbounded-loop for (uint256 i = 0; i < permissions.length; i++) {',
        ]),
      );
      expect(verdictOf(report)).toBe('open');
    },
    TIMEOUT_MS,
  );

  it(
    'would notice the signature check missing in our own registry',
    async () => {
      const name = 'contracts/ReportRegistry.sol';
      const { files } = ourContracts();
      const check = 'if (issuerId == 0) revert SignerNotIssuer(issuer);';
      const text = files.get(name) ?? '';
      expect(text.split(check)).toHaveLength(2);
      const broken = { files: new Map([...files, [name, text.replace(check, '')]]), ours: false };
      const outcome = await ownRules.run(broken);
      expect(outcome).toMatchObject({ status: 'done' });
      const findings = outcome.status === 'done' ? outcome.findings : [];
      const open = findings.filter(({ rule }) => rule === 'rules/unauthorised-write');
      expect(open.map(({ place }) => place?.code)).toContain('record.owner = owner;');
    },
    TIMEOUT_MS,
  );

  it('proves its model of the contracts as they are', () => {
    expect(knownFingerprint()).toBe(fingerprintOf());
  });
});
