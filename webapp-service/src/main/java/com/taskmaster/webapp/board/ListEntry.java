package com.taskmaster.webapp.board;

import io.quarkus.qute.TemplateData;
import java.util.UUID;

/**
 * What was typed about a list, and refused.
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
