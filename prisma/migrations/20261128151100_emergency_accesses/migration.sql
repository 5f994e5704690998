-- A doctor opens what a patient has not granted, because the patient cannot be asked. Told at once, and reviewed.
CREATE TABLE `EmergencyAccess` (
  `id` CHAR(36) NOT NULL,
  `doctorId` CHAR(36) NOT NULL,
  `patientId` CHAR(36) NULL,
  `tier` ENUM('SUMMARY', 'RECORD') NOT NULL,
  `state` ENUM('ASKED', 'OPEN', 'ENDED', 'DECLINED', 'WITHDRAWN', 'EXPIRED') NOT NULL,
  `foundBy` ENUM('CODE', 'NAME') NOT NULL,
  `sealedReason` VARBINARY(2100) NULL,
  `askedAt` DATETIME(3) NOT NULL,
  `answerBy` DATETIME(3) NULL,
  `firstById` CHAR(36) NULL,
  `firstAt` DATETIME(3) NULL,
  `secondById` CHAR(36) NULL,
  `openedAt` DATETIME(3) NULL,
  `endsAt` DATETIME(3) NULL,
  `endedAt` DATETIME(3) NULL,
  `endedById` CHAR(36) NULL,
  `reviewBy` DATETIME(3) NULL,
  `reviewedById` CHAR(36) NULL,
  `reviewedAt` DATETIME(3) NULL,
  `overdueAt` DATETIME(3) NULL,
  `verdict` ENUM('JUSTIFIED', 'UNJUSTIFIED') NULL,
  `sealedVerdict` VARBINARY(2100) NULL,
  `mac` BINARY(32) NOT NULL,
  `lockCount` INT NOT NULL DEFAULT 0,
  INDEX `EmergencyAccess_doctorId_askedAt_idx`(`doctorId`, `askedAt`),
  INDEX `EmergencyAccess_patientId_askedAt_idx`(`patientId`, `askedAt`),
  INDEX `EmergencyAccess_state_askedAt_idx`(`state`, `askedAt`),
  INDEX `EmergencyAccess_openedAt_idx`(`openedAt`),
  INDEX `EmergencyAccess_verdict_reviewBy_idx`(`verdict`, `reviewBy`),
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `EmergencyAccess` ADD CONSTRAINT `EmergencyAccess_doctorId_fkey`
  FOREIGN KEY (`doctorId`) REFERENCES `Account`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE `EmergencyAccess` ADD CONSTRAINT `EmergencyAccess_patientId_fkey`
  FOREIGN KEY (`patientId`) REFERENCES `Account`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;
