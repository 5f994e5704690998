-- AlterTable
ALTER TABLE `WalletRecovery` MODIFY `state` ENUM('REQUESTED', 'DECLINED', 'CANCELLED', 'PROPOSED', 'VETOED', 'EXECUTED', 'REPLACED', 'UNDONE') NOT NULL,
    ADD COLUMN `proposedBlock` BIGINT NULL,
    ADD COLUMN `proposedBlockHash` CHAR(66) NULL,
    ADD COLUMN `endedTransaction` CHAR(66) NULL,
    ADD COLUMN `endedBlock` BIGINT NULL,
    ADD COLUMN `endedBlockHash` CHAR(66) NULL;

-- What the version before confirmed has no block here, and counts as final.
-- AlterTable
ALTER TABLE `ChainTransaction` ADD COLUMN `confirmedBlock` BIGINT NULL,
    ADD COLUMN `confirmedBlockHash` CHAR(66) NULL;
