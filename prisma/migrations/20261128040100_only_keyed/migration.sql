-- Refused while the head of a chain that has events is not authenticated: the step before was left out.
ALTER TABLE `AuditHead` ADD CONSTRAINT `AuditHead_isKeyed` CHECK (`mac` IS NOT NULL OR `sequence` = 0);
ALTER TABLE `AuditHead` DROP CONSTRAINT `AuditHead_isKeyed`;
