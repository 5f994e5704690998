-- An address belongs to the account that has confirmed it; registrations that nobody confirmed stand side by
-- side and take nothing from anybody. The column follows the row, so that no code can forget it.
ALTER TABLE `Account` DROP INDEX `Account_email_key`;
ALTER TABLE `Account`
  ADD COLUMN `confirmedEmail` VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin AS (IF(`status` = 'UNCONFIRMED', NULL, `email`)) STORED;
CREATE UNIQUE INDEX `Account_confirmedEmail_key` ON `Account`(`confirmedEmail`);
CREATE INDEX `Account_email_createdAt_idx` ON `Account`(`email`, `createdAt`);

-- A licence number belongs to the doctor whom an administrator has approved with it.
ALTER TABLE `DoctorProfile` ADD COLUMN `approvedLicence` VARCHAR(40) NULL;
UPDATE `DoctorProfile` p JOIN `Account` a ON a.`id` = p.`accountId`
  SET p.`approvedLicence` = p.`licenceNumber` WHERE a.`status` = 'ACTIVE';
ALTER TABLE `DoctorProfile` DROP INDEX `DoctorProfile_licenceNumber_key`;
CREATE UNIQUE INDEX `DoctorProfile_approvedLicence_key` ON `DoctorProfile`(`approvedLicence`);
CREATE INDEX `DoctorProfile_licenceNumber_idx` ON `DoctorProfile`(`licenceNumber`);
