import type { HumanName } from '@medplum/fhirtypes';

/**
 * HL7's extension for the spellings of one name (hl7.org/fhir/R4/extension-iso21090-en-representation.html), as Japan's
 * core profile uses it too.
 */
export const SPELLING = 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation';

/** Its code for a transliteration into the Latin alphabet. */
export const LATIN = 'ABC';

/**
 * A person's name, and its spelling for documents where there is one. Parts of a name only as the person stated them:
 * `Ali Ahmed` cannot be split reliably.
 */
export function humanNames(person: {
  name: string;
  printedName: string | null;
  givenNames: string | null;
  familyName: string | null;
}): HumanName[] {
  const { name, printedName, givenNames, familyName } = person;
  const own: HumanName = {
    use: 'official',
    text: name,
    ...(familyName !== null && { family: familyName }),
    ...(givenNames !== null && { given: [givenNames] }),
  };
  if (printedName === null || printedName === name) return [own];
  const extension = [{ url: SPELLING, valueCode: LATIN }];
  return [own, { extension, use: 'official', text: printedName }];
}
