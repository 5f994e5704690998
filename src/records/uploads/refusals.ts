/** Why a check refuses a file; the catalogue has a sentence for each under `records.refusal`. */
export const REFUSALS = [
  /** Its first bytes are those of another kind of file. */
  'other-kind',
  /** It cannot be read as what it is, or is cut off. */
  'unreadable',
  'encrypted',
  /** So many pixels, pages or unpacked bytes that opening it could harm. */
  'too-much-inside',
  /** A DICOM file whose picture is packed in a way that we do not read. */
  'unsupported-packing',
  'virus',
  /** Its check took too long, or too much memory. */
  'check-failed',
] as const;

/** The closed set of reasons. */
export type Refusal = (typeof REFUSALS)[number];

/** Whether a stored text is one: a later version may have written it. */
export function isRefusal(text: string | null): text is Refusal {
  return (REFUSALS as readonly (string | null)[]).includes(text);
}
