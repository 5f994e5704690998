/** HL7 v3 Confidentiality, from low to high: normal, restricted, very restricted. */
export const DATA_CLASSES = ['N', 'R', 'V'] as const;

/** How confidential a report is. */
export type DataClass = (typeof DATA_CLASSES)[number];

/** A class and all that are higher: a report may be raised above the class of its kind, never lowered. */
export function classesFrom(lowest: DataClass): DataClass[] {
  return DATA_CLASSES.slice(DATA_CLASSES.indexOf(lowest));
}
