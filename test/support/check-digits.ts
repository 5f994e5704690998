/** SNOMED CT identifiers end in a Verhoeff check digit: 0 when it is right. */
export function verhoeff(digits: string): number {
  const permute = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  const turns = (digit: number, times: number): number =>
    times === 0 ? digit : turns(permute[digit] ?? 0, times - 1);
  const multiply = (a: number, b: number): number => {
    if (a < 5) return b < 5 ? (a + b) % 5 : ((a + b) % 5) + 5;
    return b < 5 ? ((a - b + 5) % 5) + 5 : (a - b + 5) % 5;
  };
  return Array.from(digits)
    .toReversed()
    .reduce((check, digit, at) => multiply(check, turns(Number(digit), at % 8)), 0);
}

/** LOINC codes end in a Luhn (mod 10) check digit. */
export function mod10(code: string): boolean {
  const digits = Array.from(code.replace('-', '')).toReversed().map(Number);
  const sum = digits.reduce((total, digit, at) => {
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
