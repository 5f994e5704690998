import { readFile, writeFile } from 'node:fs/promises';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ProvisionError } from '../provision/provision-error';

const PART = 'Backup key';

/**
 * Makes a key pair and writes the secret one into a new file, as `age-keygen` does.
 * @returns the public key
 * @throws ProvisionError when the file exists: it may be the only copy of another key
 */
export async function writeNewKey(path: string): Promise<string> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const text = `# public key: ${recipient}\n${identity}\n`;
  await writeFile(path, text, { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new ProvisionError(PART, why, 'Name a new file in a folder that exists.');
  });
  return recipient;
}

/**
 * Public keys as a person gave them.
 * @throws ProvisionError when there is none, or one is not an age public key
 */
export function parseRecipients(texts: readonly string[]): string[] {
  const recipients = texts.flatMap((text) => text.split(/[\s,]+/)).filter((one) => one !== '');
  if (recipients.length === 0) {
    throw new ProvisionError(
      PART,
      'nobody could open this backup',
      'Set BACKUP_RECIPIENTS or --recipient to an age public key; `npm run backup -- --new-key FILE` makes one.',
    );
  }
  for (const recipient of recipients) {
    try {
      new Encrypter().addRecipient(recipient);
    } catch {
      // Not repeated: a person may have given the secret key by mistake.
      throw new ProvisionError(PART, 'a recipient is no age public key', 'It begins with age1.');
    }
  }
  return recipients;
}

/**
 * Opens what was encrypted to the keys in a file (`AGE-SECRET-KEY-…`, one a line).
 * @throws ProvisionError when the file cannot be read or holds no such key
 */
export async function readIdentities(path: string): Promise<Decrypter> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new ProvisionError(PART, why, 'Name the file with --identity.');
  });
  const lines = text.split('\n').map((line) => line.trim());
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const decrypter = new Decrypter();
  try {
    if (identities.length === 0) throw new Error('empty');
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch {
    throw new ProvisionError(
      PART,
      `${path} holds no age secret key`,
      'It has a line AGE-SECRET-KEY-….',
    );
  }
  return decrypter;
}
