package com.taskmaster.tasks.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page ended; opaque to callers.
 *
 * @param sort the sort order of the list
 * @param key the sort key of the page's last entry, as text
 * @param id the identifier of that entry, which breaks ties
 */
public record Cursor(String sort, String key, UUID id) {

    private static final char SEPARATOR = '\n';

    /** @throws InvalidParameter if this service did not issue it for a list in this order */
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

    /** A cursor that this service did not issue. */
    public static InvalidParameter unknown() {
        return new InvalidParameter("cursor", "must come from a Link header of this list in this order");
    }
}
