-- A doctor asks to read reports of a patient; the patient decides. What was typed is sealed.
CREATE TABLE `AccessRequest` (
  `id` CHAR(36) NOT NULL,
  `doctorId` CHAR(36) NOT NULL,
  `patientId` CHAR(36) NULL,
  `state` ENUM('ASKED', 'GRANTED', 'DENIED', 'EXPIRED', 'WITHDRAWN', 'ENDED') NOT NULL,
  `openFor` BINARY(32) NULL,
  `sealedAsk` VARBINARY(4200) NOT NULL,
  `sealedAnswer` VARBINARY(2100) NULL,
  `askedAt` DATETIME(3) NOT NULL,
  `answerBy` DATETIME(3) NOT NULL,
  `until` DATETIME(3) NOT NULL,
  `decidedAt` DATETIME(3) NULL,
  `endedAt` DATETIME(3) NULL,
  `mac` BINARY(32) NOT NULL,
  `lockCount` INT NOT NULL DEFAULT 0,
  UNIQUE INDEX `AccessRequest_openFor_key`(`openFor`),
  INDEX `AccessRequest_doctorId_askedAt_idx`(`doctorId`, `askedAt`),
  INDEX `AccessRequest_patientId_askedAt_idx`(`patientId`, `askedAt`),
  INDEX `AccessRequest_state_answerBy_idx`(`state`, `answerBy`),
  INDEX `AccessRequest_state_until_idx`(`state`, `until`),
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The reports that the patient chose. Only the chain says whether the doctor may read them.
CREATE TABLE `RequestedReport` (
  `requestId` CHAR(36) NOT NULL,
  `reportId` CHAR(36) NOT NULL,
  INDEX `RequestedReport_reportId_idx`(`reportId`),
  PRIMARY KEY (`requestId`, `reportId`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- The code on a patient's card, by which a doctor finds them.
CREATE TABLE `PatientCode` (
  `accountId` CHAR(36) NOT NULL,
  `codeHash` BINARY(32) NOT NULL,
  `sealedCode` VARBINARY(128) NOT NULL,
  `madeAt` DATETIME(3) NOT NULL,
  UNIQUE INDEX `PatientCode_codeHash_key`(`codeHash`),
  PRIMARY KEY (`accountId`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `AccessRequest` ADD CONSTRAINT `AccessRequest_doctorId_fkey`
  FOREIGN KEY (`doctorId`) REFERENCES `Account`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE `AccessRequest` ADD CONSTRAINT `AccessRequest_patientId_fkey`
  FOREIGN KEY (`patientId`) REFERENCES `Account`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE `RequestedReport` ADD CONSTRAINT `RequestedReport_requestId_fkey`
  FOREIGN KEY (`requestId`) REFERENCES `AccessRequest`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE `RequestedReport` ADD CONSTRAINT `RequestedReport_reportId_fkey`
  FOREIGN KEY (`reportId`) REFERENCES `Report`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE `PatientCode` ADD CONSTRAINT `PatientCode_accountId_fkey`
  FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
