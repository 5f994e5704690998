-- An account's wish for another e-mail address, which both mailboxes confirm.
CREATE TABLE `EmailChange` (
    `accountId` CHAR(36) NOT NULL,
    `newEmail` VARCHAR(254) NOT NULL,
    `oldTokenHash` BINARY(32) NULL,
    `newTokenHash` BINARY(32) NULL,
    `oldConfirmedAt` DATETIME(3) NULL,
    `newConfirmedAt` DATETIME(3) NULL,
    `formerEmail` VARCHAR(254) NULL,
    `expiresAt` DATETIME(3) NOT NULL,

    UNIQUE INDEX `EmailChange_oldTokenHash_key`(`oldTokenHash`),
    UNIQUE INDEX `EmailChange_newTokenHash_key`(`newTokenHash`),
    INDEX `EmailChange_expiresAt_idx`(`expiresAt`),
    PRIMARY KEY (`accountId`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `EmailChange` ADD CONSTRAINT `EmailChange_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
