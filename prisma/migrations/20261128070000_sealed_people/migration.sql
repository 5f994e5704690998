-- Blood groups, and what people write in their own words. Filled by scripts/migrations/seal-people.ts, which needs the
-- keyring, before the next step removes what was readable.
ALTER TABLE `PatientProfile` ADD COLUMN `sealedBloodGroup` VARBINARY(64) NULL;
ALTER TABLE `ProfileChange`
  ADD COLUMN `sealedReason` VARBINARY(2100) NULL,
  ADD COLUMN `sealedAnswer` VARBINARY(2100) NULL;
ALTER TABLE `WalletRecovery` ADD COLUMN `sealedDeclineReason` VARBINARY(2100) NULL;
