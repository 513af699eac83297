package com.taskmaster.webapp.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskChangesTest {

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final Task open = task(false, null);
    private final Task completed = task(true, null);
    private final Task trashed = task(false, Instant.EPOCH);

    @Test
    void areInATaskThatHasThemAlready() {
        assertThat(TaskChanges.complete().areIn(completed)).isTrue();
        assertThat(TaskChanges.reopen().areIn(open)).isTrue();
        assertThat(TaskChanges.trash().areIn(trashed)).isTrue();
        assertThat(TaskChanges.restore().areIn(open)).isTrue();
        assertThat(TaskChanges.none().position(open.position()).areIn(open)).isTrue();
    }

    @Test
    void areNotInATaskThatIsOtherwise() {
        assertThat(TaskChanges.complete().areIn(open)).isFalse();
        assertThat(TaskChanges.reopen().areIn(completed)).isFalse();
        assertThat(TaskChanges.trash().areIn(open)).isFalse();
        assertThat(TaskChanges.restore().areIn(trashed)).isFalse();
        assertThat(TaskChanges.none().title(open.title()).areIn(open)).isFalse();
        assertThat(TaskChanges.none().position(open.position() + 1).areIn(open)).isFalse();
    }

    @Test
    void areInNoTaskWhereThereAreNone() {
        assertThat(TaskChanges.none().areIn(open)).isFalse();
    }

    @Test
    void areNotInATaskThatIsInTheTrashUnlessTheyPutItThere() {
        assertThat(TaskChanges.reopen().areIn(trashed)).isFalse();
    }

    @Test
    void clearWhatIsNull() throws JsonProcessingException {
        var changes = TaskChanges.none().notes(null).due(null).repeat(null);

        assertThat(json.writeValueAsString(changes)).isEqualTo("{\"notes\":null,\"due\":null,\"repeat\":null}");
    }

    @Test
    void setADateWithOrWithoutTheTime() throws JsonProcessingException {
        var date = LocalDate.of(2026, 12, 24);

        assertThat(json.writeValueAsString(TaskChanges.none().dueOn(date)))
                .isEqualTo("{\"due\":{\"date\":\"2026-12-24\"}}");
        assertThat(json.writeValueAsString(TaskChanges.none().due(Due.on(date))))
                .isEqualTo("{\"due\":{\"date\":\"2026-12-24\",\"time\":null,\"zone\":null}}");
    }

    @Test
    void areTakenBackFieldByField() throws JsonProcessingException {
        var changed = List.of(
                change("completed", "false", "true"),
                change("tags", "[\"home\"]", "[]"),
                change("notes", "null", "\"new\""),
                change(
                        "due",
                        "{\"date\":\"2026-01-01\"}",
                        "{\"date\":\"2026-01-02\",\"time\":\"17:00\",\"zone\":\"UTC\"}"),
                change("repeat", "{\"rule\":\"FREQ=DAILY\",\"from\":\"due\"}", "null"));

        var back = TaskChanges.back(changed);

        assertThat(json.readTree(json.writeValueAsString(back))).isEqualTo(json.readTree("""
                {"completed": false, "tags": ["home"], "notes": null,
                 "due": {"date": "2026-01-01", "time": null, "zone": null},
                 "repeat": {"rule": "FREQ=DAILY", "from": "due"}}"""));
        assertThat(json.writeValueAsString(json.readValue(json.writeValueAsString(back), TaskChanges.class)))
                .as("kept as JSON for a while")
                .isEqualTo(json.writeValueAsString(back));
    }

    private Change.Field change(String field, String from, String to) throws JsonProcessingException {
        return new Change.Field(field, json.readTree(from), json.readTree(to));
    }

    private static Task task(boolean completed, Instant trashedAt) {
        return new Task(
                UUID.randomUUID(),
                "Buy milk",
                null,
                UUID.randomUUID(),
                null,
                Priority.NONE,
                List.of(),
                List.of(),
                null,
                0,
                completed,
                trashedAt,
                1);
    }
}
