-- What a patient wants a doctor to know in an emergency. Sealed with the patient's key.
CREATE TABLE `EmergencySummary` (
  `accountId` CHAR(36) NOT NULL,
  `sealedSummary` BLOB NOT NULL,
  `revision` INTEGER NOT NULL,
  `savedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`accountId`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `EmergencySummary` ADD CONSTRAINT `EmergencySummary_accountId_fkey`
  FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
