import { describe, expect, it } from 'vitest';
import { t } from '../../test/support/messages/english';
import { failureSentence } from './failure-sentence';

describe('what is read about a page that failed', () => {
  it('is the sentence of a refusal, by the digest that its code became', () => {
    const error = Object.assign(new Error('hidden'), { digest: 'database-unavailable' });
    expect(failureSentence(error, t)).toBe(t('errors.database-unavailable'));
  });

  it('is the reference in the log, for another error of the server', () => {
    const error = Object.assign(new Error('hidden'), { digest: '123' });
    expect(failureSentence(error, t)).toContain('123');
  });

  it('is the connection, for a script that was lost', () => {
    const error = Object.assign(new Error('Failed to load chunk'), { name: 'ChunkLoadError' });
    expect(failureSentence(error, t)).toBe(t('platform.callApi.offline'));
  });
});
