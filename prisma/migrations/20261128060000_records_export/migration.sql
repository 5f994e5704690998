-- A patient's records as one file to take away: made by a worker, sealed in the store in parts, gone after a day.
CREATE TABLE `RecordsExport` (
  `id` CHAR(36) NOT NULL,
  `accountId` CHAR(36) NOT NULL,
  `openFor` CHAR(36) NULL,
  `state` ENUM('REQUESTED', 'READY', 'FAILED') NOT NULL,
  `requestedAt` DATETIME(3) NOT NULL,
  `reports` INTEGER NULL,
  `reportsDone` INTEGER NOT NULL DEFAULT 0,
  `parts` INTEGER NULL,
  `bytes` BIGINT NULL,
  `wrappedKey` VARBINARY(128) NULL,
  `expiresAt` DATETIME(3) NULL,
  `attempts` INTEGER NOT NULL DEFAULT 0,
  `runAfter` DATETIME(3) NOT NULL,
  `claimedUntil` DATETIME(3) NULL,
  `lastError` VARCHAR(60) NULL,
  UNIQUE INDEX `RecordsExport_openFor_key`(`openFor`),
  INDEX `RecordsExport_accountId_requestedAt_idx`(`accountId`, `requestedAt`),
  INDEX `RecordsExport_state_runAfter_idx`(`state`, `runAfter`),
  INDEX `RecordsExport_expiresAt_idx`(`expiresAt`),
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `RecordsExport` ADD CONSTRAINT `RecordsExport_accountId_fkey`
  FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
