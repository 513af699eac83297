package com.taskmaster.tasks.transfer.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.taskmaster.tasks.http.InvalidRequest;
import com.taskmaster.tasks.schedule.Repeat;
import com.taskmaster.tasks.task.Priority;
import com.taskmaster.tasks.transfer.format.Reason;
import com.taskmaster.tasks.transfer.format.Unreadable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Map;

/** Translates Jackson's errors without revealing class names. */
final class JsonComplaint {

    private static final Map<Class<?>, Reason> EXPECTED = Map.ofEntries(
            Map.entry(String.class, Reason.TEXT),
            Map.entry(Double.class, Reason.NUMBER),
            Map.entry(boolean.class, Reason.TRUE_OR_FALSE),
            Map.entry(LocalDate.class, Reason.DATE),
            Map.entry(LocalTime.class, Reason.TIME),
            Map.entry(Instant.class, Reason.INSTANT),
            Map.entry(Priority.class, Reason.PRIORITY),
            Map.entry(Repeat.From.class, Reason.REPEAT_FROM),
            Map.entry(ArrayList.class, Reason.ARRAY));

    private JsonComplaint() {}

    static Unreadable of(JsonMappingException e) {
        return new Unreadable(InvalidRequest.field(e), reason(e));
    }

    private static Reason reason(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return Reason.UNKNOWN;
        }
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? EXPECTED.getOrDefault(mismatch.getTargetType(), Reason.OBJECT)
                : Reason.NOT_UNDERSTOOD;
    }
}
