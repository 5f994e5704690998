import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';

const entrySchema = z.looseObject({
  fullUrl: z.string(),
  resource: z.looseObject({ resourceType: z.string() }),
});

/** A report's FHIR document, as it is attached to its PDF. */
export const documentSchema = z.looseObject({
  resourceType: z.literal('Bundle'),
  entry: z.array(entrySchema),
});

/** A report's FHIR document, as it is attached to its PDF. */
export type FhirDocument = z.infer<typeof documentSchema>;

/**
 * The resources of many reports as one FHIR R4 Bundle of type `collection`. What one report adds is kept compressed
 * until the whole is written: thousands of them need some megabytes.
 */
export class FhirCollection {
  private readonly packed: Uint8Array[] = [];
  private readonly known = new Set<string>();

  /** Adds the resources of one report; one that is in it already is not added twice (bdl-7). */
  add({ entry }: FhirDocument): void {
    const added = entry.filter(({ fullUrl }) => !this.known.has(fullUrl));
    for (const { fullUrl } of added) this.known.add(fullUrl);
    if (added.length === 0) return;
    const json = added.map((one) => JSON.stringify(one)).join(',\n');
    this.packed.push(deflateRawSync(json));
  }

  /** The Bundle, a report at a time. @param at when it is made */
  *write(at: Date): Generator<Uint8Array> {
    const head = { resourceType: 'Bundle', type: 'collection', timestamp: at.toISOString() };
    // A Bundle has no empty list of entries: FHIR forbids empty arrays.
    if (this.packed.length === 0) {
      yield Buffer.from(JSON.stringify(head));
      return;
    }
    yield Buffer.from(`${JSON.stringify(head).slice(0, -1)},"entry":[\n`);
    for (const [place, packed] of this.packed.entries()) {
      if (place > 0) yield Buffer.from(',\n');
      yield inflateRawSync(packed);
    }
    yield Buffer.from('\n]}\n');
  }
}
