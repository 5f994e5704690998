/** An address or hash that a person can compare at a glance: `0x1234…abcd`. */
export function shortAddress(text: string): string {
  return `${text.slice(0, 6)}…${text.slice(-4)}`;
}
