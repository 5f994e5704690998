import { z } from 'zod';
import type { AppLocale } from '@/messages/catalogues';
import { requestLocale } from '@/messages/request-locale';
import { LATIN, SPELLING } from './human-names';

const codingSchema = z.object({ system: z.string().optional(), code: z.string().optional() });

/** Words with their codes. */
const conceptSchema = z.object({
  coding: z.array(codingSchema).default([]),
  text: z.string().default(''),
});

const identifierSchema = z.object({
  type: conceptSchema.optional(),
  value: z.string().default(''),
});

const referenceSchema = z.object({ reference: z.string() });

const humanNameSchema = z.object({
  text: z.string().default(''),
  extension: z.array(z.object({ url: z.string(), valueCode: z.string().optional() })).default([]),
});

/** The parts of FHIR R4 resources that a page shows; the rest of a resource is ignored. */
const resourceSchema = z.object({
  resourceType: z.string(),
  code: conceptSchema.optional(),
  name: z.union([z.string(), z.array(humanNameSchema)]).optional(),
  birthDate: z.string().optional(),
  date: z.string().optional(),
  confidentiality: z.string().optional(),
  effectiveDateTime: z.string().optional(),
  identifier: z.union([identifierSchema, z.array(identifierSchema)]).optional(),
  result: z.array(referenceSchema).default([]),
  conclusion: z.string().default(''),
  component: z
    .array(z.object({ code: conceptSchema, valueQuantity: z.object({ value: z.number() }) }))
    .default([]),
  valueQuantity: z.object({ value: z.number() }).optional(),
  valueCodeableConcept: conceptSchema.optional(),
  valueString: z.string().optional(),
  method: conceptSchema.optional(),
  interpretation: z.array(conceptSchema).default([]),
  referenceRange: z
    .array(z.object({ high: z.object({ value: z.number() }).optional() }))
    .default([]),
  type: conceptSchema.optional(),
  collection: z.object({ collectedDateTime: z.string().optional() }).optional(),
  note: z.array(z.object({ text: z.string() })).default([]),
  medicationCodeableConcept: conceptSchema.optional(),
  section: z
    .array(
      z.object({
        title: z.string().default(''),
        code: conceptSchema.optional(),
        text: z.object({ div: z.string() }).optional(),
      }),
    )
    .default([]),
});

/** A resource of a report's Bundle, as far as a page shows it. */
export type BundleResource = z.infer<typeof resourceSchema>;
/** Words with their codes. */
export type BundleConcept = z.infer<typeof conceptSchema>;

const bundleSchema = z.object({
  language: z.string().optional(),
  entry: z.array(z.object({ fullUrl: z.string(), resource: resourceSchema })),
});

/** Finds the resources of one report's Bundle. */
export class BundleReader {
  /** The language that the report is written in. */
  readonly locale: AppLocale;
  private readonly entries: z.infer<typeof bundleSchema>['entry'];

  /** @throws z.ZodError when it is not a Bundle of ours */
  constructor(bundle: unknown) {
    const { language, entry } = bundleSchema.parse(bundle);
    this.locale = requestLocale(language);
    this.entries = entry;
  }

  /** Every resource of a type, in the document's order. */
  all(type: string): BundleResource[] {
    return this.entries.flatMap(({ resource }) =>
      resource.resourceType === type ? [resource] : [],
    );
  }

  /** @throws Error when the document has none */
  one(type: string): BundleResource {
    const [first] = this.all(type);
    if (first === undefined) throw new Error(`The document has no ${type}`);
    return first;
  }

  /** The Observations with a LOINC code, in the document's order. */
  observations(code: string): BundleResource[] {
    return this.all('Observation').filter((resource) => hasCode(resource.code, code));
  }

  /** The Observations that the report names as its results. */
  results(): BundleResource[] {
    const wanted = this.one('DiagnosticReport').result.map(({ reference }) => reference);
    return this.entries.flatMap(({ fullUrl, resource }) =>
      wanted.includes(fullUrl) ? [resource] : [],
    );
  }
}

/** Whether one of a concept's codes is this one. */
export function hasCode(concept: BundleConcept | undefined, code: string): boolean {
  return concept?.coding.some((coding) => coding.code === code) ?? false;
}

/** The identifiers of a resource: a Composition has one, others have a list. */
export function identifiersOf({ identifier }: BundleResource): z.infer<typeof identifierSchema>[] {
  if (identifier === undefined) return [];
  return Array.isArray(identifier) ? identifier : [identifier];
}

/** The name of a person or an organisation. */
export function nameOf({ name }: BundleResource): string {
  return typeof name === 'string' ? name : (name?.[0]?.text ?? '');
}

/** The spelling of a person's name in Latin letters; null where there is none beside the name. */
export function printedNameOf({ name }: BundleResource): string | null {
  if (typeof name === 'string') return null;
  const spelled = name?.find(({ extension }) =>
    extension.some(({ url, valueCode }) => url === SPELLING && valueCode === LATIN),
  );
  return spelled?.text ?? null;
}
