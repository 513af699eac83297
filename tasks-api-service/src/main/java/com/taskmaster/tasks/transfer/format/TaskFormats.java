package com.taskmaster.tasks.transfer.format;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All file formats for tasks. */
@ApplicationScoped
public class TaskFormats {

    private final List<TaskFormat> formats;

    TaskFormats(@All List<TaskFormat> formats) {
        this.formats = formats;
    }

    /** @param mediaType as in {@code Content-Type}; parameters and case are ignored */
    public Optional<TaskFormat> of(String mediaType) {
        var type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return formats.stream()
                .filter(format -> format.mediaType().equals(type))
                .findFirst();
    }
}
