import { Encrypter } from 'age-encryption';

/** An age X25519 public key. */
export const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;

/**
 * Encrypts a text to the recipients of a kit: an age file, which plain `age` opens, too.
 * @throws Error when a recipient is none
 */
export async function sealForKit(
  recipients: readonly string[],
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return Uint8Array.from(await encrypter.encrypt(text));
}

/** Whether something can be encrypted to a public key: its checksum is right, and it is a point that age accepts. */
export async function isUsableRecipient(recipient: string): Promise<boolean> {
  if (!RECIPIENT.test(recipient)) return false;
  try {
    await sealForKit([recipient], '');
    return true;
  } catch {
    return false;
  }
}
