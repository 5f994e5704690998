-- AlterTable
ALTER TABLE `ChainCursor` ADD COLUMN `nextLog` INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN `partHash` CHAR(66) NULL,
    ADD COLUMN `finalBlock` BIGINT NULL;

-- CreateTable
CREATE TABLE `ChainCheckpoint` (
    `cursorId` VARCHAR(64) NOT NULL,
    `number` BIGINT NOT NULL,
    `hash` CHAR(66) NOT NULL,

    PRIMARY KEY (`cursorId`, `number`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The reports of the version before are compared with the contract once more.
-- AlterTable
ALTER TABLE `ChainReport` ADD COLUMN `isFinal` BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN `checkedAt` DATETIME(3) NULL;

-- CreateIndex
CREATE INDEX `ChainReport_isFinal_checkedAt_idx` ON `ChainReport`(`isFinal`, `checkedAt`);

-- AlterTable
ALTER TABLE `ChainTransaction` ADD COLUMN `checkedAt` DATETIME(3) NULL;

-- CreateIndex
CREATE INDEX `ChainTransaction_kind_checkedAt_idx` ON `ChainTransaction`(`kind`, `checkedAt`);
