/** No mail server has it (RFC 2606). */
const DOMAIN = '@erased.invalid';

/** What stands instead of the address of an erased account: each its own, so that none is taken. */
export function erasedMailbox(accountId: string): string {
  return `${accountId}${DOMAIN}`;
}

/** Whether an address is that of an erased account: nothing is sent there. */
export function isErasedMailbox(address: string): boolean {
  return address.endsWith(DOMAIN);
}
