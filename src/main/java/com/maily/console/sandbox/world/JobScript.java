package com.maily.console.sandbox.world;

import java.time.Duration;
import java.util.List;

/**
 * What a one-off job does.
 *
 * @param key     part of the job's name, or of its image's
 * @param output  lines over its run, the last one says how it went
 * @param failure the last line when it is made to fail
 */
record JobScript(String key, Duration duration, List<String> output, String failure) {

    private static final List<JobScript> KNOWN = List.of(
            script("unit-tests", 90, "4 failed, 1,902 passed", "collecting tests", "running gateway", "running campaigns",
                    "running billing", "1,906 passed, 0 failed"),
            script("security-scan", 80, "1 critical, 0 high, 3 medium", "reading 8 images", "matching 2,417 packages",
                    "0 critical, 0 high, 3 medium"),
            script("chaos-tests", 60, "2 of 3 experiments recovered; redis fail-over took 74 s", "killing one api pod",
                    "dropping redis for 10 s", "delaying the network by 200 ms", "3 of 3 experiments recovered, slowest in 11 s"),
            script("load-test", 120, "12,000 users, 4.1 % failed requests, p99 913 ms", "ramping up to 12,000 users",
                    "holding 12,000 users", "ramping down", "12,000 users, 0.00 % failed requests, p99 171 ms"),
            script("db-backup", 50, "backup failed: no space left in the bucket", "dumping 214 tables", "uploading 18.4 GiB",
                    "backup complete, 18.4 GiB, checksum verified"),
            script("db-migrate", 60, "migration 0043 failed: lock timeout, rolled back", "applying 0042_add_send_window",
                    "applying 0043_index_campaign_owner", "2 migrations applied, 0 pending"),
            script("smoke-tests", 45, "23 of 24 checks passed; send-mail timed out", "signing in", "sending a mail",
                    "24 of 24 checks passed"),
            script("image-build", 60, "build failed: exit code 1", "resolving base images", "building 7 images",
                    "pushing 7 images", "7 images built and pushed"));

    private static final JobScript OTHER = script("", 20, "failed", "started", "done");

    private static JobScript script(String key, int seconds, String failure, String... output) {
        return new JobScript(key, Duration.ofSeconds(seconds), List.of(output), failure);
    }

    static JobScript of(String image, String job) {
        return KNOWN.stream().filter(script -> job.contains(script.key)).findFirst()
                .or(() -> KNOWN.stream().filter(script -> image.contains(script.key)).findFirst()).orElse(OTHER);
    }
}
