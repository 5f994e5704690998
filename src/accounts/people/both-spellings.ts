/** Keeps a name that is written from right to left from turning what stands beside it. */
const ISOLATE = { first: '\u2068', last: '\u2069' };

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** What is read of an account to name its person. */
export const NAME_COLUMNS = { displayName: true, printedName: true } as const;

/** A person as pages and mails name them, e.g. `李小龍 (Li Xiaolong)`. */
export function bothSpellings(name: string, printedName: string | null): string {
  const isolated = RIGHT_TO_LEFT.test(name) ? `${ISOLATE.first}${name}${ISOLATE.last}` : name;
  return printedName === null || printedName === name ? isolated : `${isolated} (${printedName})`;
}

/** The same of an account's row. */
export function nameOfAccount(account: {
  displayName: string;
  printedName: string | null;
}): string {
  return bothSpellings(account.displayName, account.printedName);
}
