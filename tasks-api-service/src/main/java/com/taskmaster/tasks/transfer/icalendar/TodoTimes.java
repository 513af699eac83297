package com.taskmaster.tasks.transfer.icalendar;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.taskmaster.tasks.schedule.Due;
import com.taskmaster.tasks.transfer.format.Reason;
import com.taskmaster.tasks.transfer.format.Unreadable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.Duration;

/** Dates and times as iCalendar writes them (RFC 5545 §3.3.4 and §3.3.5). */
final class TodoTimes {

    static final DateTimeFormatter DATE = strict("uuuuMMdd");
    static final DateTimeFormatter LOCAL = strict("uuuuMMdd'T'HHmmss");
    static final DateTimeFormatter UTC = strict("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The zone of a due time that ends in Z. */
    static final String UTC_ZONE = "Etc/UTC";

    /** Numbers too large for any supported date, and for the arithmetic of the library. */
    private static final Pattern ENDLESS = Pattern.compile("\\d{6}");

    private static final Pattern FORM = Pattern.compile("\\d{8}(T\\d{6}(Z?))?");

    private TodoTimes() {}

    /** A time without a zone is kept as it is; validation reports it. */
    static Due due(VObjectProperty property) throws Unreadable {
        var text = property.getValue().strip();
        var form = FORM.matcher(text);
        try {
            if (!form.matches()) {
                throw new DateTimeException("neither a date nor a date and time");
            }
            if (form.group(1) == null) {
                return new Due(LocalDate.parse(text, DATE), null, null);
            }
            var isUtc = !form.group(2).isEmpty();
            var at = LocalDateTime.parse(text, isUtc ? UTC : LOCAL);
            return new Due(at.toLocalDate(), at.toLocalTime(), isUtc ? UTC_ZONE : zone(property));
        } catch (DateTimeException e) {
            throw new Unreadable(property.getName(), Reason.CALENDAR_TIME);
        }
    }

    /** Days are days of the calendar, and hours are exact (RFC 5545 §3.3.6). */
    static Due due(VObjectProperty start, VObjectProperty duration) throws Unreadable {
        var begin = due(start);
        try {
            var text = duration.getValue().strip();
            var length = Duration.parse(text);
            if (length.getSign() < 0
                    || ENDLESS.matcher(text).find()
                    || begin.time() == null && length.getSecondsOfDay() != 0) {
                throw new IllegalArgumentException("no time that a task is due at");
            }
            var date = begin.date().plusDays(length.getRawDays());
            if (begin.time() == null) {
                return new Due(date, null, null);
            }
            var end = date.atTime(begin.time()).atZone(zone(begin)).plusSeconds(length.getSecondsOfDay());
            return new Due(end.toLocalDate(), end.toLocalTime(), begin.zone());
        } catch (IllegalArgumentException e) {
            throw new Unreadable(duration.getName(), Reason.DURATION);
        }
    }

    /** {@code null} for a whole day; UTC if the zone is missing or unknown, which validation reports. */
    static ZoneId zone(Due due) {
        try {
            return due.time() == null ? null : Due.zone(due.zone());
        } catch (IllegalArgumentException e) {
            return ZoneOffset.UTC;
        }
    }

    /** Removes the solidus of a globally unique zone name (RFC 5545 §3.2.19), which most files omit. */
    private static String zone(VObjectProperty property) {
        var id = property.getParameters().first("TZID");
        return id != null && id.startsWith("/") ? id.substring(1) : id;
    }

    /** Uses the exact instant only if the value, which other programs may have changed, still matches it. */
    static Instant instant(VObjectProperty property) throws Unreadable {
        try {
            var told = Instant.from(UTC.parse(property.getValue().strip()));
            var exact = property.getParameters().first(TodoNames.EXACT);
            return exact != null
                            && Instant.parse(exact)
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .equals(told)
                    ? Instant.parse(exact)
                    : told;
        } catch (DateTimeException e) {
            throw new Unreadable(property.getName(), Reason.CALENDAR_INSTANT);
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
