package com.taskmaster.webapp.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskChangesTest {

    private final Task open = task("Buy milk", false, null);
    private final Task completed = task("Buy milk", true, null);
    private final Task trashed = task("Buy milk", false, Instant.EPOCH);

    @Test
    void areInATaskThatHasThemAlready() {
        assertThat(TaskChanges.rename(" Buy milk ").areIn(open)).isTrue();
        assertThat(TaskChanges.complete().areIn(completed)).isTrue();
        assertThat(TaskChanges.reopen().areIn(open)).isTrue();
        assertThat(TaskChanges.delete().areIn(trashed)).isTrue();
    }

    @Test
    void areNotInATaskThatIsOtherwise() {
        assertThat(TaskChanges.rename("Buy oat milk").areIn(open)).isFalse();
        assertThat(TaskChanges.complete().areIn(open)).isFalse();
        assertThat(TaskChanges.reopen().areIn(completed)).isFalse();
        assertThat(TaskChanges.delete().areIn(open)).isFalse();
    }

    @Test
    void areNotInATaskThatIsInTheTrashUnlessTheyPutItThere() {
        assertThat(TaskChanges.rename("Buy milk").areIn(trashed)).isFalse();
        assertThat(TaskChanges.reopen().areIn(trashed)).isFalse();
    }

    private static Task task(String title, boolean completed, Instant trashedAt) {
        return new Task(UUID.randomUUID(), title, completed, trashedAt, 1);
    }
}
