-- Doctors who want patients to find them, and the folded words by which they are found.
CREATE TABLE `DirectoryEntry` (
  `accountId` CHAR(36) NOT NULL,
  `specialty` VARCHAR(40) NOT NULL,
  `sortKey` VARCHAR(60) NOT NULL,
  `listedAt` DATETIME(3) NOT NULL,
  INDEX `DirectoryEntry_sortKey_accountId_idx`(`sortKey`, `accountId`),
  INDEX `DirectoryEntry_specialty_sortKey_accountId_idx`(`specialty`, `sortKey`, `accountId`),
  PRIMARY KEY (`accountId`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `DirectoryWord` (
  `accountId` CHAR(36) NOT NULL,
  `word` VARCHAR(40) NOT NULL,
  INDEX `DirectoryWord_word_idx`(`word`),
  PRIMARY KEY (`accountId`, `word`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `DirectoryEntry` ADD CONSTRAINT `DirectoryEntry_accountId_fkey`
  FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE `DirectoryWord` ADD CONSTRAINT `DirectoryWord_accountId_fkey`
  FOREIGN KEY (`accountId`) REFERENCES `DirectoryEntry`(`accountId`) ON DELETE CASCADE ON UPDATE CASCADE;
