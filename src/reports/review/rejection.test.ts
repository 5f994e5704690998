import { expect, it } from 'vitest';
import { rejectionSchema } from './rejection';

it.each(['The \ufffd is not mine at all.', 'The medication \udc00 is not mine.'])(
  'refuses a reason in which a character was lost: %j',
  (reason) => {
    const { error } = rejectionSchema.safeParse({ reason });
    expect(error?.issues[0]?.message).toContain('A character here was lost');
  },
);

it('takes a reason of ten letters in any script', () => {
  expect(rejectionSchema.safeParse({ reason: 'Δεν είναι δικό μου 😀' }).success).toBe(true);
});
