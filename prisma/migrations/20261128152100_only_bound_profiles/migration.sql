-- Refused while a row that is in use is not authenticated: the step before was left out.
ALTER TABLE `PatientProfile` ADD CONSTRAINT `PatientProfile_isBound` CHECK (`mac` IS NOT NULL);
ALTER TABLE `ProfileChange` ADD CONSTRAINT `ProfileChange_isBound` CHECK (`mac` IS NOT NULL OR `openFor` IS NULL);
ALTER TABLE `PatientProfile` DROP CONSTRAINT `PatientProfile_isBound`;
ALTER TABLE `ProfileChange` DROP CONSTRAINT `ProfileChange_isBound`;
