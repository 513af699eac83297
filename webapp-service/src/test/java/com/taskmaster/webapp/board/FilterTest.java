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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static final UUID LIST = UUID.fromString("0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "view=today",
                "list=0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55",
                "view=completed&tag=home&tag=a%26b%20c&priority=high&q=wat%20ger&sort=title",
                "view=today&cursor=bm90aGluZw&rows=150"
            })
    void isTheSameWhenItComesBack(String query) {
        var filter = Filter.parse(query);

        assertThat(filter.query()).isEqualTo(query);
        assertThat(Filter.parse(filter.query())).isEqualTo(filter);
    }

    @Test
    void readsWhatTheAddressChooses() {
        assertThat(Filter.parse("view=today&list=" + LIST + "&tag=home&priority=low&q=milk&sort=due"))
                .isEqualTo(new Filter(View.TODAY, LIST, List.of("home"), Priority.LOW, "milk", "due", Part.FIRST));
    }

    @Test
    void takesFieldsThatWereLeftEmptyForNothing() {
        assertThat(Filter.parse("q=&priority=&sort=&view=&list=&tag=%20")).isEqualTo(Filter.EVERYTHING);
        assertThat(Filter.parse(null)).isEqualTo(Filter.EVERYTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"view=nowhere", "list=1", "priority=huge", "sort=color", "rows=many"})
    void refusesValuesThatMeanNothing(String query) {
        assertThatThrownBy(() -> Filter.parse(query)).isInstanceOf(BadRequestException.class);
    }

    @ParameterizedTest(name = "\"{0}\" is cleared to \"{1}\"")
    @CsvSource({
        "'list=0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55&q=x&priority=high', list=0192f1b2-7c5e-7a10-8f3b-2f6f0c9d1e55",
        "'tag=a&q=x&sort=title', 'tag=a&sort=title'",
        "'view=today&tag=a&priority=low', 'view=today&tag=a'",
        "'view=today&tag=a', view=today",
        "'tag=a&tag=b', tag=a",
        "q=x, ''"
    })
    void isClearedOfWhatHidesTasksAndStaysWhereItIs(String query, String cleared) {
        assertThat(Filter.parse(query).cleared().query()).isEqualTo(cleared);
    }

    @ParameterizedTest
    @CsvSource({"-1, 50", "0, 50", "51, 51", "1000, 1000", "2147483647, 1000"})
    void showsNeitherFewerRowsThanUsualNorMoreThanAPageHolds(int asked, int shown) {
        assertThat(Filter.parse("rows=" + asked).part().rows()).isEqualTo(shown);
    }

    @Test
    void knowsTheFirstOfTheSameTasks() {
        assertThat(Filter.parse("view=today&cursor=bm90aGluZw&rows=150").fromTheTop())
                .isEqualTo(Filter.of(View.TODAY));
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
