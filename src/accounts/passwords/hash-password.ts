import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default variant) with the OWASP minimum: 19 MiB, 2 passes, 1 lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let dummyHash: Promise<string> | undefined;

/** An argon2id hash in PHC string format. Unicode is normalised, so that one password typed on different keyboards matches. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), PARAMETERS);
}

/**
 * Whether the password is the one that was hashed.
 * @param passwordHash null for an account that does not exist: takes as long and is never right
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  dummyHash ??= hashPassword(crypto.randomUUID());
  const matches = await verify(passwordHash ?? (await dummyHash), password.normalize('NFKC'));
  return matches && passwordHash !== null;
}
