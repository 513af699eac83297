package com.taskmaster.webapp.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.taskmaster.webapp.board.SelectedTask.Clock;
import jakarta.ws.rs.BadRequestException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectedTaskTest {

    private static final UUID ID = UUID.fromString("0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55");

    private static final UUID OTHER = UUID.fromString("0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e56");

    private static final Clock FIVE_IN_BERLIN = new Clock(LocalTime.of(17, 0), ZoneId.of("Europe/Berlin"));

    @Test
    void holdsTheTaskItsVersionItsTimeAndItsTags() {
        assertThat(SelectedTask.parse(List.of(ID + ":3:home,12:30", OTHER + ":0@61200@Europe/Berlin:")))
                .containsExactly(
                        new SelectedTask(ID, 3, Optional.empty(), List.of("home", "12:30")),
                        new SelectedTask(OTHER, 0, Optional.of(FIVE_IN_BERLIN), List.of()));
    }

    @Test
    void namesATaskThatAPageShowsTwiceOnceAsItIsShownLast() {
        assertThat(SelectedTask.parse(List.of(ID + ":3:home", OTHER + ":0:", ID + ":4:")))
                .containsExactly(
                        new SelectedTask(ID, 4, Optional.empty(), List.of()),
                        new SelectedTask(OTHER, 0, Optional.empty(), List.of()));
    }

    @Test
    void addsAndRemovesATagOnce() {
        var task = SelectedTask.parse(List.of(ID + ":3:home,town")).get(0);

        assertThat(task.tagsWith(" town ")).containsExactly("home", "town");
        assertThat(task.tagsWith("new")).containsExactly("home", "town", "new");
        assertThat(task.tagsWithout("home")).containsExactly("town");
        assertThatThrownBy(() -> task.tagsWith(" ")).isInstanceOf(BadRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x:1:",
                "0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55:x:",
                "0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55:1",
                "0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55:1@:",
                "0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55:1@61200:",
                "0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55:1@86400@UTC:",
                "0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55:1@61200@Mars:"
            })
    void refusesWhatThePageNeverSends(String value) {
        assertThatThrownBy(() -> SelectedTask.parse(List.of(value))).isInstanceOf(BadRequestException.class);
    }
}
