-- Files that patients bring themselves. What was received is sealed in the store in parts until a worker has rebuilt it;
-- only the rebuilt file is kept.
CREATE TABLE `Upload` (
  `id` CHAR(36) NOT NULL,
  `accountId` CHAR(36) NOT NULL,
  `state` ENUM('ANNOUNCED', 'RECEIVED', 'CHECKED', 'APPROVED', 'REJECTED') NOT NULL,
  `kind` ENUM('PDF', 'JPEG', 'PNG', 'HEIC', 'DICOM') NOT NULL,
  `sealedAbout` BLOB NOT NULL,
  `bytes` INTEGER NOT NULL,
  `wrappedKey` VARBINARY(128) NULL,
  `announcedAt` DATETIME(3) NOT NULL,
  `receivedAt` DATETIME(3) NULL,
  `receipt` CHAR(36) NULL,
  `parts` INTEGER NULL,
  `checkedAt` DATETIME(3) NULL,
  `isScanned` BOOLEAN NULL,
  `mediaType` VARCHAR(40) NULL,
  `pages` INTEGER NULL,
  `objectAddress` CHAR(64) NULL,
  `contentHash` BINARY(32) NULL,
  `previewAddress` CHAR(64) NULL,
  `previewHash` BINARY(32) NULL,
  `refusal` VARCHAR(40) NULL,
  `decidedById` CHAR(36) NULL,
  `decidedAt` DATETIME(3) NULL,
  `sealedReason` VARBINARY(2100) NULL,
  INDEX `Upload_accountId_announcedAt_idx`(`accountId`, `announcedAt`),
  INDEX `Upload_state_announcedAt_idx`(`state`, `announcedAt`),
  INDEX `Upload_objectAddress_idx`(`objectAddress`),
  INDEX `Upload_previewAddress_idx`(`previewAddress`),
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `Upload` ADD CONSTRAINT `Upload_accountId_fkey`
  FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
