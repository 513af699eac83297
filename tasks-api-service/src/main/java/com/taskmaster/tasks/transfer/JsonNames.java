package com.taskmaster.tasks.transfer;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The names in the objects of one element. Jackson's own detection would end the file where a name is there twice. */
final class JsonNames {

    private final Deque<Set<String>> ofOpenObjects = new ArrayDeque<>();
    private String twice;

    /** To be called at each token. */
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
