package com.taskmaster.tasks.transfer;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All formats that tasks travel in. */
@ApplicationScoped
class TaskFormats {

    private final List<TaskFormat> formats;

    TaskFormats(@All List<TaskFormat> formats) {
        this.formats = formats;
    }

    /** @param mediaType as in {@code Content-Type}: parameters and case do not matter */
    Optional<TaskFormat> of(String mediaType) {
        var type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return formats.stream()
                .filter(format -> format.mediaType().equals(type))
                .findFirst();
    }
}
