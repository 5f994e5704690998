import type { ToolRun } from '../analyser';
import type { Finding, RawFinding } from '../finding';
import type { AuditReport } from './audit-report';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

/**
 * The report in SARIF 2.1.0: one run for each analyser, with its own findings; one that others share
 * stands in the run of the gravest, which names the others. An accepted finding is a suppressed result
 * (§3.27.23), a tool that failed or is missing an invocation that did not succeed (§3.20).
 */
export function toSarif(report: AuditReport): object {
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: report.tools.map((tool) => runOf(tool, report)),
  };
}

function runOf(tool: ToolRun, { findings, commit }: AuditReport): object {
  const own = findings.filter(({ reports }) => toolOf(reports[0]) === tool.tool);
  const rules = [...new Set(own.map(({ reports }) => reports[0].rule))].sort();
  const isKnown = tool.status === 'done' || tool.status === 'not applicable';
  return {
    tool: {
      driver: {
        name: tool.title,
        ...('version' in tool && { version: tool.version }),
        rules: rules.map((id) => ({ id, ...swcOf(own, id) })),
      },
    },
    invocations: [
      {
        executionSuccessful: isKnown,
        toolExecutionNotifications: isKnown
          ? []
          : [{ level: 'error', message: { text: `${tool.status}: ${wordsOf(tool)}` } }],
      },
    ],
    ...(commit !== null && { properties: { commit } }),
    columnKind: 'utf16CodeUnits',
    results: own.map((finding) => resultOf(finding, rules)),
  };
}

function resultOf(finding: Finding, rules: readonly string[]): object {
  const { severity, swc, place, reports, accepted } = finding;
  const [first, ...others] = reports;
  return {
    ruleId: first.rule,
    ruleIndex: rules.indexOf(first.rule),
    level: severity,
    message: { text: first.message },
    ...(place && { locations: [locationOf(place)] }),
    ...(place && {
      partialFingerprints: { 'ruleAndCode/v1': `${first.rule} ${place.file} ${place.code}` },
    }),
    ...(accepted !== undefined && {
      suppressions: [{ kind: 'external', status: 'accepted', justification: accepted }],
    }),
    properties: {
      tool: toolOf(first),
      ...(swc !== undefined && { swc: `SWC-${swc}` }),
      alsoReportedBy: others.map(({ rule, message }) => ({ rule, message })),
    },
  };
}

function locationOf(place: NonNullable<Finding['place']>): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(place.file), uriBaseId: '%SRCROOT%' },
      region: { startLine: place.line, startColumn: place.column, snippet: { text: place.code } },
    },
  };
}

function swcOf(findings: readonly Finding[], rule: string): object {
  const swc = findings.find(({ reports }) => reports[0].rule === rule)?.swc;
  if (swc === undefined) return {};
  const helpUri = `https://swcregistry.io/docs/SWC-${swc}/`;
  return { helpUri, properties: { tags: ['security', `SWC-${swc}`] } };
}

function toolOf({ rule }: RawFinding): string {
  return rule.split('/')[0] ?? '';
}

function wordsOf(tool: ToolRun): string {
  if ('why' in tool) return tool.why;
  return 'remedy' in tool ? tool.remedy : '';
}
