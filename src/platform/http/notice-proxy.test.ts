import { describe, expect, it, vi } from 'vitest';
import { noticeProxy } from './notice-proxy';

const forwarded = { headers: { 'x-forwarded-for': '203.0.113.7' } };

describe('noticeProxy', () => {
  it('reports a proxy that was not counted, once', () => {
    const report = vi.fn();
    const notice = noticeProxy(0, report);
    notice({ headers: {} });
    expect(report).not.toHaveBeenCalled();
    notice(forwarded);
    notice(forwarded);
    expect(report).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('TRUSTED_PROXIES'));
  });

  it('reports nothing when proxies are counted', () => {
    const report = vi.fn();
    noticeProxy(1, report)(forwarded);
    expect(report).not.toHaveBeenCalled();
  });
});
