package com.taskmaster.tasks.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class HistoryResourceTest {

    @Inject
    AgroalDataSource database;

    private final TasksApi alice = TasksApi.somebodyNew();

    @Test
    void tellsWhatChangedFromWhatToWhatWhenAndThroughWhichClient() {
        var id = alice.create("Water the plants");
        alice.change(id, "{\"title\": \"Water all plants\", \"due\": {\"date\": \"2026-12-24\"}}");
        alice.change(id, "{\"due\": null}");

        alice.get("/tasks/" + id + "/history")
                .statusCode(200)
                .body("", hasSize(3))
                .body("client", everyItem(equalTo("taskmaster-webapp")))
                .body("changedAt", everyItem(notNullValue()))
                .body("[0].fields", contains(Map.of("field", "due", "from", Map.of("date", "2026-12-24"))))
                .body(
                        "[1].fields.find { it.field == 'title' }",
                        equalTo(Map.of("field", "title", "from", "Water the plants", "to", "Water all plants")))
                .body("[1].fields.find { it.field == 'due' }.to", equalTo(Map.of("date", "2026-12-24")))
                .body("[2].fields.field", hasItem("title"));
    }

    @Test
    void hasPages() {
        var id = alice.create("0");
        alice.change(id, Map.of("title", "1"));
        alice.change(id, Map.of("title", "2"));

        var link = alice.get("/tasks/" + id + "/history?limit=2")
                .body("", hasSize(2))
                .extract()
                .header("Link");

        assertThat(link).isNotNull();
        alice.get(link.replaceAll("<(.*)>.*", "$1")).body("", hasSize(1));
    }

    @Test
    void isEmptyForATaskFromBeforeThereWasAHistory() throws SQLException {
        var id = alice.create("Water the plants");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from task_change where task_id = '%s'".formatted(id));
        }

        alice.get("/tasks/" + id + "/history").statusCode(200).body("", empty());
        TasksApi.somebodyNew().get("/tasks/" + id + "/history").statusCode(404);
        alice.get("/tasks/" + UUID.randomUUID() + "/history").statusCode(404);
        alice.change(id, Map.of("title", "Water all plants"));
        alice.get("/tasks/" + id + "/history").body("", hasSize(1));
    }

    @Test
    void aChangeOfNothingIsNone() {
        var id = alice.create("Water the plants");
        alice.change(id, Map.of("title", "Water the plants"));

        alice.get("/tasks/" + id + "/history").body("", hasSize(1));
    }
}
