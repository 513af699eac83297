package com.taskmaster.webapp.edit;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A field that somebody else has given another value than was typed.
 *
 * @param field its name in the form
 */
@TemplateData
public record Difference(String field, Value theirs, Value yours) {

    /** @param theirs the task as it is now */
    static List<Difference> between(TaskForm theirs, TaskForm yours, Values values) {
        var there = Field.of(theirs, values);
        var here = Field.of(yours, values);
        return IntStream.range(0, here.size())
                .filter(index ->
                        !there.get(index).content().equals(here.get(index).content()))
                .mapToObj(index -> new Difference(
                        here.get(index).name(),
                        there.get(index).value(),
                        here.get(index).value()))
                .toList();
    }
}
