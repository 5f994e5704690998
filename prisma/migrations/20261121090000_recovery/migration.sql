-- CreateTable
CREATE TABLE `ChainRoleHolder` (
    `role` ENUM('ADMIN', 'RECOVERER', 'ISSUER') NOT NULL,
    `account` CHAR(42) NOT NULL,
    `grantedAt` DATETIME(3) NOT NULL,
    `revokedAt` DATETIME(3) NULL,
    `compromisedFrom` BIGINT NULL,
    PRIMARY KEY (`role`, `account`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `WalletRecovery` (
    `id` CHAR(36) NOT NULL,
    `accountId` CHAR(36) NOT NULL,
    `oldAddress` CHAR(42) NOT NULL,
    `newAddress` CHAR(42) NOT NULL,
    `state` ENUM('REQUESTED', 'DECLINED', 'CANCELLED', 'PROPOSED', 'VETOED', 'EXECUTED', 'REPLACED') NOT NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `requestedAt` DATETIME(3) NULL,
    `declinedById` CHAR(36) NULL,
    `declineReason` VARCHAR(500) NULL,
    `proposer` CHAR(42) NULL,
    `proposedAt` DATETIME(3) NULL,
    `proposedTransaction` CHAR(66) NULL,
    `opensAt` DATETIME(3) NULL,
    `readyToldAt` DATETIME(3) NULL,
    `vetoer` CHAR(42) NULL,
    `endedAt` DATETIME(3) NULL,
    INDEX `WalletRecovery_accountId_state_idx`(`accountId`, `state`),
    INDEX `WalletRecovery_oldAddress_state_idx`(`oldAddress`, `state`),
    INDEX `WalletRecovery_state_createdAt_idx`(`state`, `createdAt`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `RecoveryCode` (
    `accountId` CHAR(36) NOT NULL,
    `codeHash` BINARY(32) NULL,
    `expiresAt` DATETIME(3) NULL,
    `requestedAt` DATETIME(3) NOT NULL,
    PRIMARY KEY (`accountId`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- AddForeignKey
ALTER TABLE `WalletRecovery` ADD CONSTRAINT `WalletRecovery_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE `RecoveryCode` ADD CONSTRAINT `RecoveryCode_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
