import { concat, keccak256, ZeroHash } from 'ethers';
import { z } from 'zod';
import type { ChainReport } from '@/generated/prisma/client';
import type { OnChainReport } from '@/registry/contract/read-report';
import { statusNumber } from '@/registry/contract/report-status';

const wordsSchema = z.array(z.string());

/** As in the contract: keccak256(abi.encodePacked(list)), and zero for an empty list. */
export function hashPermissions(words: readonly string[]): string {
  return words.length === 0 ? ZeroHash : keccak256(concat(words));
}

/** The indexed permission words. */
export function indexedWords(row: Pick<ChainReport, 'permissions'> | null): string[] {
  return wordsSchema.parse(row?.permissions ?? []);
}

/** Whether the index of a report equals the contract's state. */
export function isIndexed(row: ChainReport | null, chain: OnChainReport): row is ChainReport {
  return (
    row !== null &&
    chain.status !== 'none' &&
    row.status === statusNumber(chain.status) &&
    row.owner === chain.owner &&
    Number(row.addedBlock) === chain.addedBlock &&
    Number(row.permissionsBlock) === chain.permissionsBlock &&
    hashPermissions(indexedWords(row)) === chain.permissionsHash
  );
}
