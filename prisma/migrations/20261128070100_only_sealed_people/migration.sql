-- Refused while a row is not sealed: nothing is lost when the step before was left out.
ALTER TABLE `PatientProfile` MODIFY `sealedBloodGroup` VARBINARY(64) NOT NULL;
ALTER TABLE `ProfileChange` ADD CONSTRAINT `ProfileChange_isSealed` CHECK (
  (`reason` IS NULL OR `sealedReason` IS NOT NULL) AND (`answer` IS NULL OR `sealedAnswer` IS NOT NULL)
);
ALTER TABLE `WalletRecovery` ADD CONSTRAINT `WalletRecovery_isSealed` CHECK (`declineReason` IS NULL OR `sealedDeclineReason` IS NOT NULL);
ALTER TABLE `ProfileChange` DROP CONSTRAINT `ProfileChange_isSealed`;
ALTER TABLE `WalletRecovery` DROP CONSTRAINT `WalletRecovery_isSealed`;
ALTER TABLE `PatientProfile` DROP COLUMN `bloodGroup`;
ALTER TABLE `ProfileChange` DROP COLUMN `reason`, DROP COLUMN `answer`;
ALTER TABLE `WalletRecovery` DROP COLUMN `declineReason`;
