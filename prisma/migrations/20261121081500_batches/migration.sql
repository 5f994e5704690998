-- AlterTable
ALTER TABLE `ChainTransaction` ADD COLUMN `batchId` CHAR(36) NULL;

-- CreateIndex
CREATE INDEX `ChainTransaction_batchId_idx` ON `ChainTransaction`(`batchId`);
