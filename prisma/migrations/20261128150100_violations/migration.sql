-- Broken rules of access, and the transactions that report them on the chain as salted hashes.
CREATE TABLE `ViolationBatch` (
  `id` BIGINT NOT NULL AUTO_INCREMENT,
  `transactionHashes` JSON NOT NULL,
  `rawTransaction` VARBINARY(4096) NULL,
  `sentAt` DATETIME(3) NULL,
  `reportedAt` DATETIME(3) NULL,
  `isFinal` BOOLEAN NOT NULL DEFAULT false,
  INDEX `ViolationBatch_isFinal_id_idx`(`isFinal`, `id`),
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `Violation` (
  `id` BIGINT NOT NULL AUTO_INCREMENT,
  `kind` ENUM('DENIED_ATTEMPTS', 'READ_AFTER_END', 'MANY_PATIENTS', 'EXPORT_BEYOND_SCOPE', 'EMERGENCY_NOT_REVIEWED') NOT NULL,
  `at` DATETIME(3) NOT NULL,
  `actorKind` ENUM('ACCOUNT', 'GUEST', 'SYSTEM') NOT NULL,
  `actorId` VARCHAR(60) NOT NULL,
  `patientId` CHAR(36) NULL,
  `reportId` CHAR(36) NULL,
  `onceHash` BINARY(32) NOT NULL,
  `salt` BINARY(32) NOT NULL,
  `leafHash` BINARY(32) NOT NULL,
  `mac` BINARY(32) NOT NULL,
  `alteredAt` DATETIME(3) NULL,
  `batchId` BIGINT NULL,
  UNIQUE INDEX `Violation_onceHash_key`(`onceHash`),
  INDEX `Violation_batchId_idx`(`batchId`),
  INDEX `Violation_patientId_idx`(`patientId`),
  INDEX `Violation_at_idx`(`at`),
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `Violation` ADD CONSTRAINT `Violation_batchId_fkey`
  FOREIGN KEY (`batchId`) REFERENCES `ViolationBatch`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;
