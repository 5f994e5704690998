/** The columns of a report whose patient was erased: all that could open it is gone. */
export const NOTHING_LEFT = {
  wrappedKey: null,
  sealedTemplate: null,
  objectAddress: null,
  sealedEndReason: null,
  keptUntil: null,
} as const;
