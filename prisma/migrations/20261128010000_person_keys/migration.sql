-- A key for each person, between the keyring and the data keys of reports. No foreign key: the rows are kept and backed
-- up apart from everything else.
CREATE TABLE `PersonKey` (
  `accountId` CHAR(36) NOT NULL,
  `keyId` VARCHAR(40) NOT NULL,
  `sealedKey` VARBINARY(128) NOT NULL,
  `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  INDEX `PersonKey_keyId_idx` (`keyId`),
  PRIMARY KEY (`accountId`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Filled by scripts/migrations/seal-reports.ts, which needs the keyring, before the next step removes what was readable.
ALTER TABLE `Report` ADD COLUMN `sealedTemplate` VARBINARY(64) NULL;
ALTER TABLE `StagedReport` ADD COLUMN `sealed` MEDIUMBLOB NULL;
