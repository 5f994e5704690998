import { Decrypter } from 'age-encryption';

/** What age throws when a file is for others. */
const FOR_OTHERS = 'no identity matched';

/** What came of opening a file of a kit. */
export type OpenedFile =
  | { outcome: 'opened'; text: string }
  /** It is encrypted to other keys. */
  | { outcome: 'for-others' }
  /** It is no age file, or was changed. */
  | { outcome: 'damaged' };

/** Opens a file of a kit with an age identity. */
export async function openWithKit(identity: string, file: Uint8Array): Promise<OpenedFile> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return { outcome: 'opened', text: await decrypter.decrypt(file, 'text') };
  } catch (error) {
    const forOthers = error instanceof Error && error.message.includes(FOR_OTHERS);
    return { outcome: forOthers ? 'for-others' : 'damaged' };
  }
}
