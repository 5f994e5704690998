-- Refused while a retraction is not authenticated: the step before was left out.
ALTER TABLE `ChainTransaction` ADD CONSTRAINT `ChainTransaction_isBound` CHECK (`mac` IS NOT NULL OR `kind` <> 'RETRACT_REPORT');
ALTER TABLE `ChainTransaction` DROP CONSTRAINT `ChainTransaction_isBound`;
