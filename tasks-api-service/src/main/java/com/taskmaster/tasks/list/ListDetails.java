package com.taskmaster.tasks.list;

import com.taskmaster.tasks.http.ControlCharacters;
import com.taskmaster.tasks.order.Position;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The writable state of a list: the body that creates one, and the target of the JSON Merge Patch (RFC 7396) that
 * changes one.
 *
 * @param position lower comes first; {@code null} is the bottom
 */
@RegisterForReflection // patches are parsed from JsonNode
record ListDetails(
        @ListName @Schema(minLength = 1, maxLength = 100, pattern = ControlCharacters.NONE, examples = "Garden")
        String name,

        @Pattern(regexp = "#[0-9a-f]{6}", message = "must be a color like #1e88e5") @Schema(pattern = "^#[0-9A-Fa-f]{6}$", description = "Stored in lower case", examples = "#1e88e5")
        String color,

        @DecimalMin(Position.LOWEST) @DecimalMax(Position.HIGHEST) @Schema(
                description =
                        "Lower comes first; defaults to the bottom. Neighbors that are closer than about a millionth are moved to make room, which changes their ETags",
                examples = "65536")
        Double position) {

    ListDetails {
        name = name == null ? null : name.strip();
        color = color == null ? null : color.toLowerCase(Locale.ROOT);
    }

    /** The state that a patch starts from. */
    static ListDetails of(TaskList list) {
        return new ListDetails(list.name(), list.color(), list.position());
    }
}
