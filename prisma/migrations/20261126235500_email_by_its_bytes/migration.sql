-- Addresses may now hold letters beyond ASCII: pelé@ and pele@ are two mailboxes, which the default collation
-- takes for one. Every address so far is ASCII in lower case, so none changes.
ALTER TABLE `Account`
  MODIFY `email` VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
