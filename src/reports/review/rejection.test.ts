import { expect, it } from 'vitest';
import { LOST_CHARACTER } from '@/platform/http/whole-text';
import { rejectionSchema } from './rejection';

it.each(['The \ufffd is not mine at all.', 'The medication \udc00 is not mine.'])(
  'rejects a reason in which a character was lost: %j',
  (reason) => {
    const { error } = rejectionSchema.safeParse({ reason });
    expect(error?.issues[0]?.message).toBe(LOST_CHARACTER);
  },
);

it('accepts a reason of ten letters in any script', () => {
  expect(rejectionSchema.safeParse({ reason: 'Δεν είναι δικό μου 😀' }).success).toBe(true);
});
