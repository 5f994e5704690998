const CODE = /^\d{6}$/;

/** A typed code in the form in which apps make it: apps show a gap, and some keyboards type other digits. @returns null for what cannot be one */
export function readTotpCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replaceAll(/\s/g, '');
  return CODE.test(code) ? code : null;
}
