-- The public keys to which the data keys of a patient's reports are also encrypted.
CREATE TABLE `RecoveryRecipient` (
    `id` CHAR(36) NOT NULL,
    `accountId` CHAR(36) NOT NULL,
    `way` ENUM('WALLET', 'PAPER') NOT NULL,
    `generation` INTEGER NOT NULL,
    `recipient` CHAR(62) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `walletAddress` CHAR(42) NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `revokedAt` DATETIME(3) NULL,
    `listedAt` DATETIME(3) NULL,
    `lockCount` INTEGER NOT NULL DEFAULT 0,

    INDEX `RecoveryRecipient_revokedAt_idx`(`revokedAt`),
    UNIQUE INDEX `RecoveryRecipient_accountId_way_generation_key`(`accountId`, `way`, `generation`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `RecoveryRecipient` ADD CONSTRAINT `RecoveryRecipient_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- Which reports are in their patient's kit.
CREATE TABLE `RecoveryWrap` (
    `reportId` CHAR(36) NOT NULL,
    `accountId` CHAR(36) NOT NULL,
    `recipients` BINARY(32) NULL,
    `lockCount` INTEGER NOT NULL DEFAULT 0,

    INDEX `RecoveryWrap_accountId_recipients_idx`(`accountId`, `recipients`),
    PRIMARY KEY (`reportId`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `RecoveryWrap` ADD CONSTRAINT `RecoveryWrap_reportId_fkey` FOREIGN KEY (`reportId`) REFERENCES `Report`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
