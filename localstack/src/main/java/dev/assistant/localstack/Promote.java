package dev.assistant.localstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;

/** Makes the account with an address an administrator. Argument: the address. In the cloud the migrate function does this. */
public final class Promote {
    private Promote() {}

    /** Exit code 0 when it is one now, 1 when there is no such account or no running stack. */
    public static void main(String[] arguments) {
        String email = arguments[0].strip().toLowerCase(Locale.ROOT);
        try (Connection connection = DriverManager.getConnection(
                        setting("DATABASE_URL"), setting("DATABASE_USER"), setting("DATABASE_PASSWORD"));
                PreparedStatement promote = connection.prepareStatement(
                        "update users set role = 'admin', updated_at = now() where email = ? and closed_at is null")) {
            promote.setString(1, email);
            if (promote.executeUpdate() == 0) {
                end(1, "No account has the address " + email + ". Register it first.");
            }
            end(0, email + " is an administrator. Sign in again to use it.");
        } catch (SQLException e) {
            end(1, "The database does not answer: start the stack with ./localstack/up first.");
        }
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    private static void end(int code, String message) {
        (code == 0 ? System.out : System.err).println(message);
        System.exit(code);
    }
}
