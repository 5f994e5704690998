/** Attempts of one person at the reports of one patient that may be refused before they are a violation. */
export const REFUSALS = { calls: 5, minutes: 60 } as const;

/** Patients whose reports one doctor may read before the others are told. */
export const PATIENTS_READ = { calls: 40, minutes: 60 } as const;
