-- AlterTable
ALTER TABLE `ChainTransaction` ADD COLUMN `unknownSince` DATETIME(3) NULL;
