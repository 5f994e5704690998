-- AlterTable
ALTER TABLE `ChainTransaction` ADD COLUMN `isSettled` BOOLEAN NOT NULL DEFAULT false;

-- DropIndex
DROP INDEX `ChainTransaction_kind_checkedAt_idx` ON `ChainTransaction`;

-- CreateIndex
CREATE INDEX `ChainTransaction_kind_isSettled_checkedAt_idx` ON `ChainTransaction`(`kind`, `isSettled`, `checkedAt`);

-- DropIndex
DROP INDEX `ChainReport_isFinal_checkedAt_idx` ON `ChainReport`;

-- CreateIndex
CREATE INDEX `ChainReport_isFinal_checkedAt_addedBlock_idx` ON `ChainReport`(`isFinal`, `checkedAt`, `addedBlock`);
