-- When the person behind a session last typed their password. A log-in is such a moment, also for the
-- sessions that are open now.
ALTER TABLE `Session` ADD COLUMN `provedAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3);
UPDATE `Session` SET `provedAt` = `createdAt`;

-- The browser that prepared a transaction, for the mail that says it was sent.
ALTER TABLE `ChainTransaction` ADD COLUMN `device` VARCHAR(80) NULL;
