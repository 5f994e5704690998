import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createPatient } from '../people/factories';
import { givePaperKey } from '../recovery-kit/kits';
import type { SensitiveAct } from './sensitive-acts';

/** Changes of a recovery kit. */
export const KIT_ACTS: readonly SensitiveAct[] = [
  {
    address: 'POST /api/recovery-kit/recipients',
    ready: async () => ({
      person: await createPatient(),
      body: {
        way: 'paper',
        recipient: await identityToRecipient(await generateX25519Identity()),
        generation: 1,
        walletAddress: null,
      },
    }),
    mail: (t) => t('accounts.securityNotice.kitChanged.added.subject'),
  },
  {
    address: 'DELETE /api/recovery-kit/recipients/[way]',
    ready: async () => {
      const person = await createPatient();
      await givePaperKey(person);
      return { person, params: { way: 'paper' } };
    },
    mail: (t) => t('accounts.securityNotice.kitChanged.removed.subject'),
  },
];
