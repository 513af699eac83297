package com.taskmaster.tasks.transfer;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.taskmaster.tasks.schedule.Repeat;
import com.taskmaster.tasks.task.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Map;

/** What Jackson says against a value, without its class names. */
final class JsonComplaint {

    private static final int LONGEST_PATH_TOLD = 100;

    private static final Map<Class<?>, String> EXPECTED = Map.ofEntries(
            Map.entry(String.class, "must be a text"),
            Map.entry(Double.class, Values.NUMBER),
            Map.entry(boolean.class, "must be true or false"),
            Map.entry(LocalDate.class, Values.DATE),
            Map.entry(LocalTime.class, Values.TIME),
            Map.entry(Instant.class, Values.INSTANT),
            Map.entry(Priority.class, Values.PRIORITY),
            Map.entry(Repeat.From.class, Values.REPEAT_FROM),
            Map.entry(ArrayList.class, "must be an array"));

    private JsonComplaint() {}

    static Unreadable of(JsonMappingException e) {
        var path = path(e);
        return new Unreadable(path.substring(0, Math.min(path.length(), LONGEST_PATH_TOLD)), reason(e));
    }

    private static String reason(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not known";
        }
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? EXPECTED.getOrDefault(mismatch.getTargetType(), "must be an object")
                : "is not understood";
    }

    /** The way to the value, like {@code checklist[2].done}. */
    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
