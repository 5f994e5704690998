import { expect, it } from 'vitest';
import { registryInterface } from '@/registry/contract/report-registry';
import { GET_REPORT, REPORT_ADDED } from './ask-chain';

it('asks the contract by the selectors of its interface', () => {
  expect(GET_REPORT).toBe(registryInterface.getFunction('getReport')?.selector);
  expect(REPORT_ADDED).toBe(registryInterface.getEvent('ReportAdded')?.topicHash);
});
