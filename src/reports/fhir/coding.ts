/** One code of a public terminology, as FHIR writes it. */
export interface Coding {
  system: string;
  code: string;
  display: string;
}

/** A code of LOINC (Regenstrief Institute): what was observed. */
export function loinc(code: string, display: string): Coding {
  return { system: 'http://loinc.org', code, display };
}

/** A code of SNOMED CT, international edition: what was found, and in what. */
export function snomed(code: string, display: string): Coding {
  return { system: 'http://snomed.info/sct', code, display };
}
