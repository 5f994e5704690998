-- Names as they are searched. SQL cannot transliterate: existing rows get an empty key, by which the worker
-- knows that it has to fill it in, and are searched by the name itself until then.
ALTER TABLE `Account`
  ADD COLUMN `nameKey` VARCHAR(500) NOT NULL DEFAULT '';
ALTER TABLE `Account`
  ALTER COLUMN `nameKey` DROP DEFAULT;
ALTER TABLE `DoctorProfile`
  ADD COLUMN `clinicKey` VARCHAR(500) NOT NULL DEFAULT '';
ALTER TABLE `DoctorProfile`
  ALTER COLUMN `clinicKey` DROP DEFAULT;

-- CreateIndex
CREATE INDEX `Account_role_status_nameKey_idx` ON `Account`(`role`, `status`, `nameKey`);

-- Patient numbers. Existing patients get theirs here, in the order of their accounts.
ALTER TABLE `PatientProfile`
  ADD COLUMN `number` INTEGER NOT NULL AUTO_INCREMENT,
  ADD UNIQUE INDEX `PatientProfile_number_key`(`number`);
