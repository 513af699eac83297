package com.taskmaster.webapp.edit;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A field that was changed both here and elsewhere, so that the user has to decide which value to keep.
 *
 * @param field its name in the form
 */
@TemplateData
public record Difference(String field, Value theirs, Value yours) {

    /**
     * @param theirs the task as it is now
     * @param yours what the user typed, based on an earlier version
     */
    static List<Difference> between(TaskForm theirs, TaskForm yours, Values values) {
        var there = Field.of(theirs, values);
        var here = Field.of(yours, values);
        return IntStream.range(0, here.size())
                .filter(index -> yours.isContested(here.get(index).aspect(), theirs))
                .filter(index ->
                        !there.get(index).content().equals(here.get(index).content()))
                .mapToObj(index -> new Difference(
                        here.get(index).name(),
                        there.get(index).value(),
                        here.get(index).value()))
                .toList();
    }
}
