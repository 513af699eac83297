package com.taskmaster.webapp.board;

import io.quarkus.qute.TemplateData;
import java.util.UUID;

/**
 * Rejected input about a list.
 *
 * @param list {@code null}: a new one
 * @param color empty: none
 */
@TemplateData
public record ListEntry(UUID list, String name, String color) {

    static ListEntry ofNew(String name) {
        return new ListEntry(null, name, "");
    }
}
