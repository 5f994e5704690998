/**
 * What mail programs turn into a link: a scheme, an at sign, a number of a network, or a dot between a word and two
 * letters or more, as in `evil.example`. A dot that ends a word is none: `Dr. Li`, `J.R. Smith`, `e.V.`.
 */
const ADDRESS =
  /:\/\/|\b(?:https?|mailto|tel):\S|@|www[.\u3002]|[\p{L}\p{M}\p{N}-][.\u3002]\p{L}{2}|\d\.\d+\.\d+\.\d/iu;

/** Whether a name holds what somebody who reads it in a mail could press. Letters of other widths count as their usual form. */
export function resemblesAddress(name: string): boolean {
  return ADDRESS.test(name.normalize('NFKC'));
}
