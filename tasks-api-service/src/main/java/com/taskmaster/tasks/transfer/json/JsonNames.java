package com.taskmaster.tasks.transfer.json;

import com.fasterxml.jackson.core.JsonParser;
import com.taskmaster.tasks.transfer.format.Reason;
import com.taskmaster.tasks.transfer.format.Unreadable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Detects duplicate names within one element. Jackson's own detection would end the whole file at the first. */
final class JsonNames {

    private final Deque<Set<String>> ofOpenObjects = new ArrayDeque<>();
    private String twice;

    /** To be called for each token. */
    void follow(JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> ofOpenObjects.push(new HashSet<>());
            case END_OBJECT -> ofOpenObjects.pop();
            case FIELD_NAME -> {
                if (!ofOpenObjects.element().add(json.currentName())) {
                    twice = json.currentName();
                }
            }
            default -> {}
        }
    }

    void requireEachOnce() throws Unreadable {
        if (twice != null) {
            throw new Unreadable(twice, Reason.NAME_TWICE);
        }
    }
}
