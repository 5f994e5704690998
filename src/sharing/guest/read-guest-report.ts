import { hexlify } from 'ethers';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { transactionUrl } from '@/registry/contract/chain-profile';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { openMetadata } from '@/registry/metadata/seal-metadata';
import { readReportContent } from '@/reports/content/read-report-content';
import { requireTemplate } from '@/reports/sealed/report-template';
import { verifyUrlOf } from '@/reports/verify/verify-url';
import type { GuestReport } from './guest-report-schema';
import { openForGuest } from './open-for-guest';
import type { OpenedReport } from './open-permitted';
import { openReportKey } from '@/sharing/grants/report-key';

/**
 * Reads a report, its PDF and its proof for a guest with a valid session and a permission on the chain: all of one
 * opening, so that nothing is kept between a page and its PDF. The PDF has been compared with the hash on the chain
 * when this returns.
 * @param token the session cookie's value
 * @throws as openForGuest
 */
export async function readGuestReport(token: string | undefined): Promise<GuestReport> {
  return showOpened(await openForGuest(token));
}

/** An opened report as its viewer reads it. */
export async function showOpened(opened: OpenedReport): Promise<GuestReport> {
  const { chain, report, permittedUntil } = opened;
  const { contentHash, dataKey } = openReportKey(report);
  // Encrypted with the report's key, so that a forged index fails to decrypt.
  const event = await database().chainReport.findUnique({ where: { contentHash } });
  if (event === null) throw new AppError('chain-unavailable');
  const metadata = openMetadata(dataKey, contentHash, event.sealedMetadata);
  const profile = readChainProfile();
  return {
    reportName: metadata.reportName,
    code: report.code,
    patientName: metadata.ownerName,
    doctorName: metadata.doctorName,
    issuedAt: metadata.uploadedAt.toISOString(),
    content: await readReportContent(
      { id: report.id, template: requireTemplate(report) },
      opened.pdf,
    ),
    pdf: Buffer.from(opened.pdf).toString('base64'),
    verifyUrl: verifyUrlOf(report.code),
    permittedUntil: permittedUntil?.toISOString() ?? null,
    proof: {
      contentHash: hexlify(contentHash),
      chainName: profile.name,
      chainId: profile.chainId,
      registryAddress: profile.registryAddress,
      issuer: chain.issuer,
      block: chain.addedBlock,
      anchoredAt: event.addedAt.toISOString(),
      transactionHash: event.addedTransaction,
      transactionUrl: transactionUrl(profile, event.addedTransaction),
      askedAt: opened.askedAt.toISOString(),
    },
  };
}
