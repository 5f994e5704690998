-- A third kind of report: HbA1c (diabetes control).
ALTER TABLE `Report` MODIFY `template` ENUM('COVID_19', 'BLOOD_PRESSURE', 'HBA1C') NOT NULL;
