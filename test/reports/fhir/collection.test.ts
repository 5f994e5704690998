import type { Bundle } from '@medplum/fhirtypes';
import { expect, it } from 'vitest';
import { documentSchema, FhirCollection } from '@/interop/exports/fhir-collection';
import { reportBundle } from '@/reports/documents/report-bundle';
import { collectionProblems } from '../../support/reports/fhir-rules';
import {
  bloodPressureDocument,
  covid19Document,
  hba1cDocument,
} from '../../support/reports/report-documents';

const AT = new Date('2026-11-28T10:00:00Z');
const DOCUMENTS = [
  reportBundle(bloodPressureDocument({}, { code: '1A4Y3JWDLHPRY31M' })),
  reportBundle(covid19Document({}, { code: '2B4Y3JWDLHPRY31M' })),
  reportBundle(hba1cDocument({}, { code: '3C4Y3JWDLHPRY31M' })),
];

function written(documents: readonly Bundle[]): Bundle {
  const collection = new FhirCollection();
  for (const document of documents) collection.add(documentSchema.parse(document));
  return JSON.parse(Buffer.concat([...collection.write(AT)]).toString()) as Bundle;
}

it('the Bundle of many reports is valid, and holds every resource of each', () => {
  const bundle = written(DOCUMENTS);
  expect(collectionProblems(bundle)).toEqual([]);
  expect(bundle.entry).toEqual(DOCUMENTS.flatMap(({ entry }) => entry));
});

it('holds a resource once, though a report was added twice', () => {
  expect(written([...DOCUMENTS, ...DOCUMENTS])).toEqual(written(DOCUMENTS));
});

it('is valid without a report', () => {
  const bundle = written([]);
  expect(collectionProblems(bundle)).toEqual([]);
  expect(bundle).not.toHaveProperty('entry');
});

it('finds what would break it', () => {
  const broken = written(DOCUMENTS);
  broken.entry?.pop();
  expect(collectionProblems({ ...broken, type: 'document' })).toEqual(
    expect.arrayContaining(['type is collection', 'every reference is inside']),
  );
});
