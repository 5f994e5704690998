-- Parts of a name as the person states them; nobody's existing name is split by guessing.
ALTER TABLE `Account`
  ADD COLUMN `givenNames` VARCHAR(120) NULL,
  ADD COLUMN `familyName` VARCHAR(120) NULL;
