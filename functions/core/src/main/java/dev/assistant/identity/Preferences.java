package dev.assistant.identity;

import dev.assistant.failure.FieldErrors;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How somebody wants to be served.
 *
 * @param notifications what to be told about, by name: {@link #REVIEW_COMPLETED}, {@link #REVIEW_FAILED} and {@link
 *     #APPROVAL_REQUIRED} by mail to a verified address; further names are kept for clients, who know what they mean
 */
public record Preferences(Theme theme, Map<String, Boolean> notifications) {
    public static final String REVIEW_COMPLETED = "review_completed";
    public static final String REVIEW_FAILED = "review_failed";
    public static final String APPROVAL_REQUIRED = "approval_required";

    /** Set before the default, which needs it. */
    private static final Map<String, Boolean> UNSAID =
            Map.of(REVIEW_COMPLETED, false, REVIEW_FAILED, false, APPROVAL_REQUIRED, false);

    /** Of those who have not said anything: no mail that nobody asked for. */
    public static final Preferences DEFAULT = new Preferences(Theme.SYSTEM, Map.of());

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");
    private static final int MOST = 30;

    public Preferences {
        Map<String, Boolean> all = new TreeMap<>(UNSAID);
        all.putAll(notifications);
        notifications = Map.copyOf(all);
    }

    /** @throws dev.assistant.failure.Failure.Invalid when there are too many names, or some are none */
    public void check() {
        FieldErrors errors = new FieldErrors();
        if (notifications.size() > MOST) {
            errors.add("notifications", "Name at most " + MOST + ".");
        }
        notifications.keySet().stream()
                .filter(name -> !NAME.matcher(name).matches())
                .forEach(name ->
                        errors.add("notifications", "Use names of lower-case letters, digits and underscores."));
        errors.refuseIfAny();
    }
}
