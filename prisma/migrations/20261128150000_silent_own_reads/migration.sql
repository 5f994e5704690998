-- A patient may wish that their own reads of ordinary reports are not logged.
ALTER TABLE `PatientProfile` ADD COLUMN `silentReadsSince` DATETIME(3) NULL;
