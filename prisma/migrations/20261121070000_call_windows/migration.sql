-- CreateTable
CREATE TABLE `CallWindow` (
    `id` BINARY(32) NOT NULL,
    `calls` INTEGER NOT NULL,
    `endsAt` DATETIME(3) NOT NULL,
    INDEX `CallWindow_endsAt_idx`(`endsAt`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
