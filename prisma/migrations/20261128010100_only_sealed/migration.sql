-- Refused while a row is not sealed: nothing is lost when the step before was left out.
ALTER TABLE `StagedReport` MODIFY `sealed` MEDIUMBLOB NOT NULL;
ALTER TABLE `Report` ADD CONSTRAINT `Report_isSealed` CHECK (`keyId` IS NULL AND (`sealedTemplate` IS NOT NULL OR `wrappedKey` IS NULL));
ALTER TABLE `Report` DROP CONSTRAINT `Report_isSealed`;
ALTER TABLE `StagedReport` DROP COLUMN `form`, DROP COLUMN `patient`, DROP COLUMN `doctor`, DROP COLUMN `rejectionReason`;
ALTER TABLE `Report` DROP COLUMN `template`, DROP COLUMN `keyId`;
