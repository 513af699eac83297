package com.taskmaster.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import com.taskmaster.tasks.TasksApi;
import com.taskmaster.tasks.WithBackingServices;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class TrashTest {

    @Inject
    Trash trash;

    @Inject
    Session session;

    @Inject
    Scheduler scheduler;

    private final TasksApi alice = TasksApi.somebodyNew();

    @Test
    void isLookedThroughNowAndThen() {
        assertThat(scheduler.getScheduledJobs())
                .extracting(Trigger::getMethodDescription)
                .contains(Trash.class.getName() + "#empty");
    }

    @Test
    void removesForGoodWhatHasBeenInItFor30Days() {
        var old = trashed("in the trash for 30 days and an hour", 30 * 24 + 1);
        var young = trashed("in the trash for 29 days and 23 hours", 30 * 24 - 1);
        var kept = alice.create("open");
        ago(kept, "created_at", 1_000 * 24);

        trash.empty();

        alice.get("/tasks/" + old).statusCode(404);
        alice.get("/tasks?status=trashed").body("id", contains(young));
        alice.get("/tasks").body("id", contains(kept));
    }

    @Test
    void removesMoreThanItTakesAtOnce() {
        alice.post(
                        "/tasks/import?partial=true",
                        "["
                                + String.join(
                                        ",",
                                        Stream.generate(() -> "{\"title\": \"x\"}")
                                                .limit(2_500)
                                                .toList()) + "]")
                .then()
                .statusCode(200);
        alice.request().delete("/tasks").then().statusCode(204);
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery("""
                                update task set trashed_at = now() - interval '31 days'
                                 where account_id = (select id from account where subject = ?1)""")
                .setParameter(1, alice.user())
                .executeUpdate());

        trash.empty();

        alice.get("/tasks?status=trashed").body("", hasSize(0));
    }

    @Test
    void keepsTheHistoryOfATaskAsLongAsTheTask() {
        var id = trashed("in the trash for 29 days", 29 * 24);
        trash.empty();
        alice.get("/tasks/" + id + "/history").statusCode(200).body("", hasSize(2));
        assertThat(changesOf(id)).isEqualTo(2);

        ago(id, "trashed_at", 31 * 24);
        trash.empty();

        alice.get("/tasks/" + id + "/history").statusCode(404);
        assertThat(changesOf(id)).isZero();
    }

    private String trashed(String title, int hoursAgo) {
        var id = alice.create(title);
        alice.delete("/tasks/" + id).statusCode(204);
        ago(id, "trashed_at", hoursAgo);
        return id;
    }

    private void ago(String task, String column, int hours) {
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(
                        "update task set %s = now() - %d * interval '1 hour' where id = ?1".formatted(column, hours))
                .setParameter(1, UUID.fromString(task))
                .executeUpdate());
    }

    private long changesOf(String task) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery("select count(*) from task_change where task_id = ?1", Long.class)
                        .setParameter(1, UUID.fromString(task))
                        .getSingleResult());
    }
}
