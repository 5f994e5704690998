/** What the page knows in advance about the system whose reports it opens; a person can change all of it. */
export interface PageSettings {
  chainId: number;
  registryAddress: string;
  fromBlock: number;
  /** An RPC address of the chain; null where only the person has one. */
  rpcUrl: string | null;
  /** Where the bucket can be read; null where only the person knows. */
  bucketUrl: string | null;
}

/** The id of the element that holds the settings, and the text in its place until they are filled in. */
export const SETTINGS_ID = 'settings';
export const SETTINGS_PLACE = '{"settings":"here"}';
