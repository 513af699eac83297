package com.taskmaster.webapp.board;

import com.taskmaster.webapp.preferences.Preferences;
import com.taskmaster.webapp.tasks.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

/** Finds the neighbors of a task that is moved, where the page does not show them. */
@ApplicationScoped
class Neighbors {

    private final Tasks tasks;
    private final Preferences preferences;

    Neighbors(Tasks tasks, Preferences preferences) {
        this.tasks = tasks;
        this.preferences = preferences;
    }

    /** @return the position that moves it up by one; empty if it cannot move */
    Optional<Double> above(UUID task, Filter here) {
        return around(task, here.fromTheTop()).map(Stretch::above);
    }

    /** @return the position that moves it down by one; empty if it cannot move */
    Optional<Double> below(UUID task, Filter here) {
        return around(task, here).map(Stretch::below);
    }

    /** Reads from the start of the page to the second task below this one. */
    private Optional<Stretch> around(UUID task, Filter filter) {
        var positions = new ArrayList<Double>();
        var index = -1;
        var next = Optional.ofNullable(filter.part().cursor());
        do {
            var page = tasks.list(filter.ask(preferences.zone(), next.orElse(null), Boards.MOST_AT_ONCE));
            for (var found : page.items()) {
                if (found.id().equals(task)) {
                    index = positions.size();
                }
                positions.add(found.position());
            }
            next = page.next();
        } while (next.isPresent() && (index < 0 || positions.size() < index + 3));
        return index < 0
                ? Optional.empty()
                : Optional.of(new Stretch(new Places(positions, !filter.isContinued(), next.isEmpty()), index));
    }

    private record Stretch(Places places, int index) {

        Double above() {
            return places.above(index);
        }

        Double below() {
            return places.below(index);
        }
    }
}
