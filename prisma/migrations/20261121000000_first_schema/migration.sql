-- CreateTable
CREATE TABLE `Account` (
    `id` CHAR(36) NOT NULL,
    `email` VARCHAR(254) NOT NULL,
    `displayName` VARCHAR(120) NOT NULL,
    `role` ENUM('PATIENT', 'DOCTOR', 'ADMIN') NOT NULL,
    `status` ENUM('UNCONFIRMED', 'PENDING', 'ACTIVE', 'SUSPENDED') NOT NULL,
    `passwordHash` VARCHAR(255) NOT NULL,
    `emailConfirmedAt` DATETIME(3) NULL,
    `failedLogins` INTEGER NOT NULL DEFAULT 0,
    `lockedUntil` DATETIME(3) NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    UNIQUE INDEX `Account_email_key`(`email`),
    INDEX `Account_role_status_createdAt_idx`(`role`, `status`, `createdAt`),
    INDEX `Account_role_displayName_idx`(`role`, `displayName`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `PatientProfile` (
    `accountId` CHAR(36) NOT NULL,
    `birthDate` DATE NOT NULL,
    `gender` ENUM('male', 'female', 'other', 'unknown') NOT NULL,
    `bloodGroup` ENUM('A_POSITIVE', 'A_NEGATIVE', 'B_POSITIVE', 'B_NEGATIVE', 'AB_POSITIVE', 'AB_NEGATIVE', 'O_POSITIVE', 'O_NEGATIVE', 'UNKNOWN') NOT NULL,
    PRIMARY KEY (`accountId`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `DoctorProfile` (
    `accountId` CHAR(36) NOT NULL,
    `licenceNumber` VARCHAR(40) NOT NULL,
    `clinic` VARCHAR(120) NOT NULL,
    `decidedAt` DATETIME(3) NULL,
    `decidedById` CHAR(36) NULL,
    UNIQUE INDEX `DoctorProfile_licenceNumber_key`(`licenceNumber`),
    PRIMARY KEY (`accountId`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `Session` (
    `id` CHAR(36) NOT NULL,
    `accountId` CHAR(36) NOT NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `lastSeenAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `expiresAt` DATETIME(3) NOT NULL,
    `revokedAt` DATETIME(3) NULL,
    INDEX `Session_accountId_idx`(`accountId`),
    INDEX `Session_expiresAt_idx`(`expiresAt`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `AccountToken` (
    `id` CHAR(36) NOT NULL,
    `accountId` CHAR(36) NOT NULL,
    `purpose` ENUM('CONFIRM_EMAIL', 'RESET_PASSWORD') NOT NULL,
    `tokenHash` BINARY(32) NOT NULL,
    `expiresAt` DATETIME(3) NOT NULL,
    `usedAt` DATETIME(3) NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    UNIQUE INDEX `AccountToken_tokenHash_key`(`tokenHash`),
    INDEX `AccountToken_accountId_purpose_idx`(`accountId`, `purpose`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `Wallet` (
    `id` CHAR(36) NOT NULL,
    `accountId` CHAR(36) NOT NULL,
    `address` CHAR(42) NOT NULL,
    `boundAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `releasedAt` DATETIME(3) NULL,
    UNIQUE INDEX `Wallet_address_key`(`address`),
    INDEX `Wallet_accountId_releasedAt_idx`(`accountId`, `releasedAt`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `WalletChallenge` (
    `nonce` VARCHAR(64) NOT NULL,
    `accountId` CHAR(36) NOT NULL,
    `address` CHAR(42) NOT NULL,
    `message` TEXT NOT NULL,
    `expiresAt` DATETIME(3) NOT NULL,
    `usedAt` DATETIME(3) NULL,
    INDEX `WalletChallenge_accountId_idx`(`accountId`),
    INDEX `WalletChallenge_expiresAt_idx`(`expiresAt`),
    PRIMARY KEY (`nonce`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `Report` (
    `id` CHAR(36) NOT NULL,
    `code` CHAR(16) NOT NULL,
    `template` ENUM('COVID_19', 'BLOOD_PRESSURE') NOT NULL,
    `state` ENUM('DRAFT', 'DISCARDED', 'FORWARDED', 'REJECTED', 'APPROVED', 'WITHDRAWN', 'ANCHORING', 'ANCHORED', 'RETRACTED', 'SUPERSEDED') NOT NULL,
    `doctorId` CHAR(36) NOT NULL,
    `patientId` CHAR(36) NULL,
    `contentHash` BINARY(32) NULL,
    `objectAddress` CHAR(64) NULL,
    `wrappedKey` VARBINARY(128) NULL,
    `keyId` VARCHAR(40) NULL,
    `amendsId` CHAR(36) NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `updatedAt` DATETIME(3) NOT NULL,
    `forwardedAt` DATETIME(3) NULL,
    `decidedAt` DATETIME(3) NULL,
    `anchoredAt` DATETIME(3) NULL,
    UNIQUE INDEX `Report_code_key`(`code`),
    UNIQUE INDEX `Report_contentHash_key`(`contentHash`),
    UNIQUE INDEX `Report_objectAddress_key`(`objectAddress`),
    UNIQUE INDEX `Report_amendsId_key`(`amendsId`),
    INDEX `Report_patientId_state_updatedAt_idx`(`patientId`, `state`, `updatedAt`),
    INDEX `Report_doctorId_state_updatedAt_idx`(`doctorId`, `state`, `updatedAt`),
    INDEX `Report_doctorId_patientId_createdAt_idx`(`doctorId`, `patientId`, `createdAt`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `StagedReport` (
    `reportId` CHAR(36) NOT NULL,
    `form` JSON NOT NULL,
    `patient` JSON NULL,
    `doctor` JSON NULL,
    `rejectionReason` VARCHAR(1000) NULL,
    PRIMARY KEY (`reportId`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `ChainTransaction` (
    `id` CHAR(36) NOT NULL,
    `reportId` CHAR(36) NOT NULL,
    `kind` ENUM('ADD_REPORT', 'SET_PERMISSIONS', 'RETRACT_REPORT') NOT NULL,
    `status` ENUM('PREPARED', 'SENT', 'CONFIRMED', 'FAILED', 'CANCELLED') NOT NULL,
    `sender` CHAR(42) NOT NULL,
    `permissions` JSON NOT NULL,
    `sealedMetadata` VARBINARY(2048) NULL,
    `expectedBlock` BIGINT NULL,
    `replacement` BINARY(32) NULL,
    `deadline` DATETIME(3) NULL,
    `transactionHash` CHAR(66) NULL,
    `nonce` BIGINT NULL,
    `failure` VARCHAR(60) NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `updatedAt` DATETIME(3) NOT NULL,
    INDEX `ChainTransaction_reportId_kind_status_idx`(`reportId`, `kind`, `status`),
    INDEX `ChainTransaction_status_updatedAt_idx`(`status`, `updatedAt`),
    INDEX `ChainTransaction_transactionHash_idx`(`transactionHash`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `ChainReport` (
    `contentHash` BINARY(32) NOT NULL,
    `owner` CHAR(42) NOT NULL,
    `issuer` CHAR(42) NOT NULL,
    `sealedMetadata` VARBINARY(2048) NOT NULL,
    `permissions` JSON NOT NULL,
    `status` TINYINT NOT NULL,
    `replacement` BINARY(32) NULL,
    `addedBlock` BIGINT NOT NULL,
    `addedAt` DATETIME(3) NOT NULL,
    `addedTransaction` CHAR(66) NOT NULL,
    `permissionsBlock` BIGINT NOT NULL,
    `changedAt` DATETIME(3) NOT NULL,
    INDEX `ChainReport_owner_addedBlock_idx`(`owner`, `addedBlock`),
    PRIMARY KEY (`contentHash`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `ChainCursor` (
    `id` VARCHAR(64) NOT NULL,
    `nextBlock` BIGINT NOT NULL,
    `blockHash` CHAR(66) NULL,
    `updatedAt` DATETIME(3) NOT NULL,
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `ChainSender` (
    `id` VARCHAR(64) NOT NULL,
    `lastUsedAt` DATETIME(3) NOT NULL,
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `Grant` (
    `id` CHAR(36) NOT NULL,
    `reportId` CHAR(36) NOT NULL,
    `transactionId` CHAR(36) NOT NULL,
    `state` ENUM('PROPOSED', 'ACTIVE', 'REMOVED') NOT NULL,
    `salt` BINARY(16) NOT NULL,
    `tag` BINARY(27) NOT NULL,
    `sealedEmail` VARBINARY(512) NOT NULL,
    `expiresAt` DATETIME(3) NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `removedAt` DATETIME(3) NULL,
    `codeHash` BINARY(32) NULL,
    `codeExpiresAt` DATETIME(3) NULL,
    `codeRequestedAt` DATETIME(3) NULL,
    `failedCodes` INTEGER NOT NULL DEFAULT 0,
    UNIQUE INDEX `Grant_reportId_tag_key`(`reportId`, `tag`),
    INDEX `Grant_reportId_state_idx`(`reportId`, `state`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `GuestLink` (
    `id` CHAR(36) NOT NULL,
    `grantId` CHAR(36) NOT NULL,
    `tokenHash` BINARY(32) NOT NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    UNIQUE INDEX `GuestLink_tokenHash_key`(`tokenHash`),
    INDEX `GuestLink_grantId_idx`(`grantId`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `GuestSession` (
    `id` CHAR(36) NOT NULL,
    `grantId` CHAR(36) NOT NULL,
    `tokenHash` BINARY(32) NOT NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `expiresAt` DATETIME(3) NOT NULL,
    UNIQUE INDEX `GuestSession_tokenHash_key`(`tokenHash`),
    INDEX `GuestSession_grantId_idx`(`grantId`),
    INDEX `GuestSession_expiresAt_idx`(`expiresAt`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `OutboxJob` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `kind` VARCHAR(60) NOT NULL,
    `payload` JSON NOT NULL,
    `dedupeKey` VARCHAR(190) NULL,
    `attempts` INTEGER NOT NULL DEFAULT 0,
    `runAfter` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `claimedUntil` DATETIME(3) NULL,
    `doneAt` DATETIME(3) NULL,
    `failedAt` DATETIME(3) NULL,
    `lastError` VARCHAR(500) NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    UNIQUE INDEX `OutboxJob_dedupeKey_key`(`dedupeKey`),
    INDEX `OutboxJob_doneAt_failedAt_runAfter_idx`(`doneAt`, `failedAt`, `runAfter`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `AuditEvent` (
    `sequence` BIGINT NOT NULL,
    `at` DATETIME(3) NOT NULL,
    `action` VARCHAR(60) NOT NULL,
    `actorKind` ENUM('ACCOUNT', 'GUEST', 'SYSTEM') NOT NULL,
    `actorId` VARCHAR(60) NOT NULL,
    `reportId` CHAR(36) NULL,
    `subjectId` CHAR(36) NULL,
    `details` JSON NOT NULL,
    `previousHash` BINARY(32) NOT NULL,
    `hash` BINARY(32) NOT NULL,
    UNIQUE INDEX `AuditEvent_hash_key`(`hash`),
    INDEX `AuditEvent_reportId_sequence_idx`(`reportId`, `sequence`),
    INDEX `AuditEvent_subjectId_sequence_idx`(`subjectId`, `sequence`),
    PRIMARY KEY (`sequence`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `AuditHead` (
    `id` INTEGER NOT NULL,
    `sequence` BIGINT NOT NULL,
    `hash` BINARY(32) NOT NULL,
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- AddForeignKey
ALTER TABLE `PatientProfile` ADD CONSTRAINT `PatientProfile_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `DoctorProfile` ADD CONSTRAINT `DoctorProfile_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `Session` ADD CONSTRAINT `Session_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `AccountToken` ADD CONSTRAINT `AccountToken_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `Wallet` ADD CONSTRAINT `Wallet_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `WalletChallenge` ADD CONSTRAINT `WalletChallenge_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `Report` ADD CONSTRAINT `Report_amendsId_fkey` FOREIGN KEY (`amendsId`) REFERENCES `Report`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `Report` ADD CONSTRAINT `Report_doctorId_fkey` FOREIGN KEY (`doctorId`) REFERENCES `Account`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `Report` ADD CONSTRAINT `Report_patientId_fkey` FOREIGN KEY (`patientId`) REFERENCES `Account`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `StagedReport` ADD CONSTRAINT `StagedReport_reportId_fkey` FOREIGN KEY (`reportId`) REFERENCES `Report`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `ChainTransaction` ADD CONSTRAINT `ChainTransaction_reportId_fkey` FOREIGN KEY (`reportId`) REFERENCES `Report`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `Grant` ADD CONSTRAINT `Grant_reportId_fkey` FOREIGN KEY (`reportId`) REFERENCES `Report`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `Grant` ADD CONSTRAINT `Grant_transactionId_fkey` FOREIGN KEY (`transactionId`) REFERENCES `ChainTransaction`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `GuestLink` ADD CONSTRAINT `GuestLink_grantId_fkey` FOREIGN KEY (`grantId`) REFERENCES `Grant`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `GuestSession` ADD CONSTRAINT `GuestSession_grantId_fkey` FOREIGN KEY (`grantId`) REFERENCES `Grant`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- The trail starts from a hash of zeros.
INSERT INTO `AuditHead` (`id`, `sequence`, `hash`) VALUES (1, 0, REPEAT(CHAR(0), 32));
