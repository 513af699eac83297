package com.taskmaster.webapp.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectedTaskTest {

    private static final UUID ID = UUID.fromString("0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55");

    @Test
    void holdsTheTaskItsVersionAndItsTags() {
        assertThat(SelectedTask.parse(ID + ":3:home,12:30"))
                .isEqualTo(new SelectedTask(ID, 3, List.of("home", "12:30")));
        assertThat(SelectedTask.parse(ID + ":0:")).isEqualTo(new SelectedTask(ID, 0, List.of()));
    }

    @Test
    void addsAndRemovesATagOnce() {
        var task = SelectedTask.parse(ID + ":3:home,town");

        assertThat(task.tagsWith(" town ")).containsExactly("home", "town");
        assertThat(task.tagsWith("new")).containsExactly("home", "town", "new");
        assertThat(task.tagsWithout("home")).containsExactly("town");
        assertThatThrownBy(() -> task.tagsWith(" ")).isInstanceOf(BadRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x:1:", "0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55:x:", "0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55:1"})
    void refusesWhatThePageNeverSends(String value) {
        assertThatThrownBy(() -> SelectedTask.parse(value)).isInstanceOf(BadRequestException.class);
    }
}
