-- From when on the second factors of a frozen account may be a stranger's.
ALTER TABLE `Account` ADD COLUMN `factorsDoubtedFrom` DATETIME(3) NULL;
ALTER TABLE `BackupCode` ADD COLUMN `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3);
-- Codes made before are as old as they can be: no freeze doubts them.
UPDATE `BackupCode` SET `createdAt` = (SELECT `createdAt` FROM `Account` WHERE `Account`.`id` = `BackupCode`.`accountId`);
