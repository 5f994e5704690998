import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { accountMac, NO_FACTORS } from '@/accounts/passwords/account-mac';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { hashPassword } from '@/accounts/passwords/hash-password';
import { personNameSchema } from '@/accounts/people/person-name';
import { nameColumns } from '@/accounts/people/name-key';
import { countAccount } from '@/accounts/people/tally-accounts';
import { emailSchema } from '@/accounts/email/email-schema';
import { enqueueJob } from '@/jobs/enqueue-job';
import { database, inTransaction, isUniqueViolation } from '@/platform/database/database';

const USAGE = 'Usage: npm run admin:create -- --email ada@hospital.example --name "Ada Example"';

/**
 * Makes an administrator: one cannot register as administrator. Their password is unknown until they
 * set it by the link that the worker mails them.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { email: { type: 'string' }, name: { type: 'string' } },
  });
  const email = emailSchema.safeParse(values.email);
  const name = personNameSchema.safeParse(values.name);
  if (!email.success || !name.success) throw new Error(USAGE);
  const passwordHash = await hashPassword(randomBytes(32).toString('base64'));
  await inTransaction(async (tx) => {
    const id = uuidv7();
    const deciding = {
      id,
      email: email.data,
      role: 'ADMIN',
      status: 'ACTIVE',
      passwordHash,
      displayName: name.data,
      printedName: null,
      ...NO_FACTORS,
    } as const;
    await tx.account.create({
      data: {
        ...deciding,
        ...nameColumns(name.data),
        emailConfirmedAt: new Date(),
        mac: await accountMac(tx, deciding),
      },
    });
    countAccount(tx, 'ADMIN', { from: 'UNCONFIRMED', to: 'ACTIVE' });
    await enqueueJob(tx, 'mail-reset-password', { accountId: id });
    appendAuditEvent(tx, {
      action: 'account.registered',
      actorKind: 'SYSTEM',
      actorId: 'create-admin',
      subjectId: id,
    });
  });
  console.log(`Administrator made. The worker mails ${email.data} a link to set the password.`);
}

function sentence(error: unknown): string {
  if (isUniqueViolation(error)) return 'There is an account with this address already.';
  return error instanceof Error ? error.message : String(error);
}

try {
  await main();
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
} finally {
  await database().$disconnect();
}
