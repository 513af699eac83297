package com.taskmaster.webapp.board;

import com.taskmaster.webapp.preferences.Preferences;
import com.taskmaster.webapp.tasks.Summary.ListSummary;
import com.taskmaster.webapp.tasks.Tasks;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The list that every user has. Until a user renames it, it has a translated name. */
@ApplicationScoped
class Inbox {

    private final Tasks tasks;
    private final Preferences preferences;

    Inbox(Tasks tasks, Preferences preferences) {
        this.tasks = tasks;
        this.preferences = preferences;
    }

    /** @return the inbox, if {@code name} is its translated name and it has not been renamed */
    Optional<ListSummary> called(String name) {
        return Templates.inbox().render().strip().equalsIgnoreCase(name.strip())
                ? tasks.summary(preferences.zone()).lists().stream()
                        .filter(ListSummary::isUnnamed)
                        .findFirst()
                : Optional.empty();
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance inbox();
    }
}
