package dev.assistant.api.http;

import dev.assistant.failure.FieldErrors;
import dev.assistant.page.Cursor;
import dev.assistant.page.PageRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A query's parameters, read by type; like {@link Fields}. Not thread-safe. */
public final class Query {
    private static final int LONGEST_TEXT = 200;
    private static final int FIRST_YEAR = 1971;
    private static final int LAST_YEAR = 9999;
    /** PostgreSQL ends somewhere behind it, and our own dates long before. */
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final Request request;
    private final FieldErrors errors = new FieldErrors();

    public Query(Request request) {
        this.request = request;
    }

    /** A whole number within a range, both ends included. */
    public long number(String name, long least, long most, long otherwise) {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            errors.add(name, "Give a whole number.");
            return otherwise;
        }
        errors.add(
                name,
                most == Long.MAX_VALUE
                        ? "Give a whole number from %d.".formatted(least)
                        : "Give a whole number from %d to %d.".formatted(least, most));
        return otherwise;
    }

    /** A text to look for; empty when it is left out or blank. */
    public Optional<String> text(String name) {
        Optional<String> text = find(name).map(String::strip).filter(given -> !given.isEmpty());
        if (text.isPresent() && text.get().length() > LONGEST_TEXT) {
            errors.add(name, "Use at most " + LONGEST_TEXT + " characters.");
            return Optional.empty();
        }
        return text;
    }

    /** One of some words; empty when it is left out. */
    public Optional<String> oneOf(String name, List<String> words) {
        Optional<String> word = find(name);
        if (word.isPresent() && !words.contains(word.get())) {
            errors.add(name, "Use one of: " + String.join(", ", words) + ".");
            return Optional.empty();
        }
        return word;
    }

    /** Any of some words, separated by commas; none when it is left out. */
    public List<String> anyOf(String name, List<String> words) {
        List<String> given = find(name)
                .filter(text -> !text.isBlank())
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
        if (!words.containsAll(given)) {
            errors.add(name, "Use any of, separated by commas: " + String.join(", ", words) + ".");
            return List.of();
        }
        return given;
    }

    /** A point in time (RFC 3339); empty when it is left out. */
    public Optional<Instant> time(String name) {
        return find(name).flatMap(text -> {
            try {
                Instant time = OffsetDateTime.parse(text).toInstant();
                if (time.isAfter(Instant.EPOCH) && time.isBefore(LAST)) {
                    return Optional.of(time);
                }
            } catch (DateTimeException e) {
                errors.add(name, "Give a time such as 2026-01-31T12:00:00Z.");
                return Optional.empty();
            }
            errors.add(name, "Give a time between 1970 and 9999.");
            return Optional.empty();
        });
    }

    /** A day (ISO 8601); empty when it is left out. */
    public Optional<LocalDate> day(String name) {
        return find(name).flatMap(text -> {
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() >= FIRST_YEAR && day.getYear() < LAST_YEAR) {
                    return Optional.of(day);
                }
            } catch (DateTimeException e) {
                errors.add(name, "Give a day such as 2026-01-31.");
                return Optional.empty();
            }
            errors.add(name, "Give a day from 1971 to 9998.");
            return Optional.empty();
        });
    }

    /** A month (ISO 8601); empty when it is left out. */
    public Optional<YearMonth> month(String name) {
        return find(name).flatMap(text -> {
            try {
                YearMonth month = YearMonth.parse(text);
                if (month.getYear() >= FIRST_YEAR && month.getYear() < LAST_YEAR) {
                    return Optional.of(month);
                }
            } catch (DateTimeException e) {
                errors.add(name, "Give a month such as 2026-01.");
                return Optional.empty();
            }
            errors.add(name, "Give a month of the years 1971 to 9998.");
            return Optional.empty();
        });
    }

    /** A time zone's name in the IANA database; empty when it is left out. */
    public Optional<ZoneId> zone(String name) {
        return find(name).flatMap(text -> {
            Optional<ZoneId> zone =
                    ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
            if (zone.isEmpty()) {
                errors.add(name, "Give a time zone such as Europe/Berlin.");
            }
            return zone;
        });
    }

    /** A UUID; empty when it is left out. */
    public Optional<UUID> uuid(String name) {
        return find(name).flatMap(text -> {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                errors.add(name, "Give a UUID.");
                return Optional.empty();
            }
        });
    }

    /** The parameters {@code limit} and {@code cursor} of a list. */
    public PageRequest page() {
        return new PageRequest((int) number("limit", 1, PageRequest.MAX_LIMIT, PageRequest.DEFAULT_LIMIT), cursor());
    }

    /** The parameter {@code cursor} of a list; empty for its first page. */
    public Optional<Cursor> cursor() {
        return cursor(Cursors::read);
    }

    /** The same where a place in a list is something else: read by a function that gives nothing for what is no cursor. */
    public <T> Optional<T> cursor(Function<String, Optional<T>> reading) {
        return find("cursor").flatMap(text -> {
            Optional<T> read = reading.apply(text);
            if (read.isEmpty()) {
                errors.add("cursor", "Give the next_cursor of a page, unchanged, or leave it out.");
            }
            return read;
        });
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(request.query().get(name));
    }

    /** @throws dev.assistant.failure.Failure.Invalid naming every parameter that cannot be read */
    public void requireValid() {
        errors.refuseIfAny();
    }
}
