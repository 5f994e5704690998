/** What the page knows in advance about the system whose receipts it checks; a person can change all of it. */
export interface ReceiptSettings {
  chainName: string;
  /** Address of TrailAnchor; null where the trail is not anchored. */
  contract: string | null;
  /** An RPC address of the chain; null where only the person has one. */
  rpcUrl: string | null;
}
