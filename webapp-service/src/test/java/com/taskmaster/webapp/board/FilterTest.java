package com.taskmaster.webapp.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.taskmaster.webapp.tasks.Priority;
import jakarta.ws.rs.BadRequestException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static final UUID LIST = UUID.fromString("0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "view=today",
                "list=0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55",
                "view=completed&tag=home&tag=a%26b%20c&priority=high&q=wat%20ger&sort=title"
            })
    void isTheSameWhenItComesBack(String query) {
        var filter = Filter.parse(query);

        assertThat(filter.query()).isEqualTo(query);
        assertThat(Filter.parse(filter.query())).isEqualTo(filter);
    }

    @Test
    void readsWhatTheAddressChooses() {
        assertThat(Filter.parse("view=today&list=" + LIST + "&tag=home&priority=low&q=milk&sort=due"))
                .isEqualTo(new Filter(View.TODAY, LIST, List.of("home"), Priority.LOW, "milk", "due"));
    }

    @Test
    void takesFieldsThatWereLeftEmptyForNothing() {
        assertThat(Filter.parse("q=&priority=&sort=&view=&list=&tag=%20")).isEqualTo(Filter.EVERYTHING);
        assertThat(Filter.parse(null)).isEqualTo(Filter.EVERYTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"view=nowhere", "list=1", "priority=huge", "sort=color"})
    void refusesValuesThatMeanNothing(String query) {
        assertThatThrownBy(() -> Filter.parse(query)).isInstanceOf(BadRequestException.class);
    }

    @Test
    void leadsBackWithMoreToSay() {
        assertThat(Filter.ofTag("a b").address(Map.of("notice", "saved"))).hasToString("/tasks?tag=a%20b&notice=saved");
    }

    @Test
    void asksForTheUsualOrderOfTheView() {
        assertThat(Filter.of(View.UPCOMING).ask(ZoneOffset.UTC, null, 50).sort())
                .isEqualTo("due");
        assertThat(Filter.of(View.ALL).ask(ZoneOffset.UTC, null, 50).sort()).isEqualTo("position");
        assertThat(Filter.parse("view=upcoming&sort=title")
                        .ask(ZoneOffset.UTC, null, 50)
                        .sort())
                .isEqualTo("title");
    }
}
