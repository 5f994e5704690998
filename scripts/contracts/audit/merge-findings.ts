import { type Finding, type RawFinding, weight } from './finding';

/**
 * Makes one finding of all that speaks of the same weakness in the same line. The weakness is the SWC
 * number; without one, only the same rule counts as the same.
 * @returns the gravest first, then by place
 */
export function mergeFindings(raw: readonly RawFinding[]): Finding[] {
  const groups = new Map<string, RawFinding[]>();
  for (const finding of raw) {
    const { place, swc, rule } = finding;
    // Findings without a place are compared by their message.
    const where = place ? `${place.file}:${place.line}` : finding.message;
    const key = `${where} ${swc === undefined ? rule : `SWC-${swc}`}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => merged(group)).sort(byGravityThenPlace);
}

function merged(group: readonly RawFinding[]): Finding[] {
  const once = new Map(group.map((finding) => [`${finding.rule} ${finding.message}`, finding]));
  const [first, ...others] = [...once.values()].sort(
    (one, other) => weight(other.severity) - weight(one.severity),
  );
  if (first === undefined) return [];
  const { severity, swc, place } = first;
  return [
    {
      severity,
      ...(swc !== undefined && { swc }),
      ...(place && { place }),
      reports: [first, ...others],
    },
  ];
}

function byGravityThenPlace(one: Finding, other: Finding): number {
  return (
    weight(other.severity) - weight(one.severity) ||
    (one.place?.file ?? '').localeCompare(other.place?.file ?? '') ||
    (one.place?.line ?? 0) - (other.place?.line ?? 0)
  );
}
