-- What people can read under the bell, and which of it they do not want by mail.
CREATE TABLE `Notification` (
    `id` CHAR(36) NOT NULL,
    `accountId` CHAR(36) NOT NULL,
    `kind` VARCHAR(40) NOT NULL,
    `refId` CHAR(36) NULL,
    `reports` INTEGER NULL,
    `viewers` INTEGER NULL,
    `onceHash` BINARY(32) NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `readAt` DATETIME(3) NULL,

    UNIQUE INDEX `Notification_accountId_onceHash_key`(`accountId`, `onceHash`),
    INDEX `Notification_accountId_createdAt_id_idx`(`accountId`, `createdAt`, `id`),
    INDEX `Notification_accountId_readAt_refId_idx`(`accountId`, `readAt`, `refId`),
    INDEX `Notification_readAt_idx`(`readAt`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `MailPreference` (
    `accountId` CHAR(36) NOT NULL,
    `noticeGroup` VARCHAR(20) NOT NULL,
    `mail` BOOLEAN NOT NULL,

    PRIMARY KEY (`accountId`, `noticeGroup`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `Notification` ADD CONSTRAINT `Notification_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE `MailPreference` ADD CONSTRAINT `MailPreference_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
