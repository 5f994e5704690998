-- Workers that live say so every few seconds.
CREATE TABLE `WorkerHeartbeat` (
    `id` CHAR(36) NOT NULL,
    `beatAt` DATETIME(3) NOT NULL,

    INDEX `WorkerHeartbeat_beatAt_idx`(`beatAt`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
