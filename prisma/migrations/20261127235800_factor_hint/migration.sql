-- When a person who needs no second factor chose not to be asked again for one.
ALTER TABLE `Account` ADD COLUMN `factorHintDismissedAt` DATETIME(3) NULL;
