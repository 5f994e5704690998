import { hash } from '@node-rs/argon2';

/**
 * An argon2id hash at the least cost that the algorithm has, for made people: hundreds of log-ins of a test run would
 * otherwise spend minutes on what one test shows. A hash carries its cost, so that the application verifies it as any
 * other.
 */
export function quickHash(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), { memoryCost: 8, timeCost: 1, parallelism: 1 });
}
