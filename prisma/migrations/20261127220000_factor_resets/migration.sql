-- The reset of a person's second factors by two administrators.
CREATE TABLE `FactorReset` (
    `id` CHAR(36) NOT NULL,
    `accountId` CHAR(36) NOT NULL,
    `openFor` CHAR(36) NULL,
    `state` ENUM('REQUESTED', 'CONFIRMED', 'DONE', 'DECLINED', 'CANCELLED') NOT NULL,
    `requestedAt` DATETIME(3) NOT NULL,
    `device` VARCHAR(120) NULL,
    `startedById` CHAR(36) NULL,
    `firstById` CHAR(36) NULL,
    `firstAt` DATETIME(3) NULL,
    `secondById` CHAR(36) NULL,
    `secondAt` DATETIME(3) NULL,
    `effectiveAt` DATETIME(3) NULL,
    `declinedById` CHAR(36) NULL,
    `endedAt` DATETIME(3) NULL,

    UNIQUE INDEX `FactorReset_openFor_key`(`openFor`),
    INDEX `FactorReset_accountId_idx`(`accountId`),
    INDEX `FactorReset_state_requestedAt_idx`(`state`, `requestedAt`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `FactorReset` ADD CONSTRAINT `FactorReset_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- The link of the mails about a reset that cancels it.
ALTER TABLE `AccountToken`
    MODIFY COLUMN `purpose` ENUM('CONFIRM_EMAIL', 'RESET_PASSWORD', 'NOT_ME', 'CANCEL_FACTOR_RESET') NOT NULL;
