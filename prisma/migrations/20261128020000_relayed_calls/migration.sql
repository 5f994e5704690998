-- Calls that a patient signed and that the clinic's relayer sends and pays for.
CREATE TABLE `RelayedCall` (
    `id` CHAR(36) NOT NULL,
    `patientId` CHAR(36) NOT NULL,
    `state` ENUM('WAITING', 'SENT', 'DONE', 'FAILED') NOT NULL DEFAULT 'WAITING',
    `callData` MEDIUMBLOB NULL,
    `sendAfter` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `deadline` DATETIME(3) NOT NULL,
    `waitsFor` VARCHAR(20) NULL,
    `relayer` CHAR(42) NULL,
    `nonce` BIGINT NULL,
    `rawTransaction` MEDIUMBLOB NULL,
    `transactionHash` CHAR(66) NULL,
    `signedAt` DATETIME(3) NULL,
    `reservedWei` BIGINT NOT NULL,
    `feeWei` BIGINT NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `updatedAt` DATETIME(3) NOT NULL,

    INDEX `RelayedCall_state_sendAfter_idx`(`state`, `sendAfter`),
    INDEX `RelayedCall_patientId_createdAt_idx`(`patientId`, `createdAt`),
    INDEX `RelayedCall_createdAt_idx`(`createdAt`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `RelayedCall` ADD CONSTRAINT `RelayedCall_patientId_fkey` FOREIGN KEY (`patientId`) REFERENCES `Account`(`id`) ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE `ChainTransaction` ADD COLUMN `relayedCallId` CHAR(36) NULL;

CREATE INDEX `ChainTransaction_relayedCallId_idx` ON `ChainTransaction`(`relayedCallId`);

ALTER TABLE `ChainTransaction` ADD CONSTRAINT `ChainTransaction_relayedCallId_fkey` FOREIGN KEY (`relayedCallId`) REFERENCES `RelayedCall`(`id`) ON DELETE SET NULL ON UPDATE CASCADE;
