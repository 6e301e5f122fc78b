package dev.assistant.localstack.architecture.planted;

import java.sql.Connection;
import java.time.Instant;
import software.amazon.awssdk.regions.Region;

/** Does what no class of the product may do, so that each rule is seen to fail. */
public final class BreaksEveryRule {
    private BreaksEveryRule() {}

    /** Reads the clock by itself, and knows SQL and the AWS SDK. */
    public static String at(Connection connection) {
        return Instant.now() + " " + Region.US_EAST_1 + " " + connection + ClockUtil.class.getName();
    }

    private static final class ClockUtil {}
}
