package com.taskmaster.tasks.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page ended, opaque to the caller.
 *
 * @param sort what the list was sorted by
 * @param key the sort key of the page's last entry, as text
 * @param id its identifier, which decides between equal keys
 */
public record Cursor(String sort, String key, UUID id) {

    private static final char SEPARATOR = '\n';

    /** @throws InvalidParameter if it is not what {@link #toString()} wrote for a list in this order */
    public static Cursor parse(String text, String sort) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                    .split(String.valueOf(SEPARATOR), 3);
            if (parts.length == 3 && parts[0].equals(sort) && !ControlCharacters.areIn(parts[2])) {
                return new Cursor(parts[0], parts[2], UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((sort + SEPARATOR + id + SEPARATOR + key).getBytes(StandardCharsets.UTF_8));
    }

    /** For a cursor that a caller made up. */
    public static InvalidParameter unknown() {
        return new InvalidParameter("cursor", "must come from a Link header of this list in this order");
    }
}
