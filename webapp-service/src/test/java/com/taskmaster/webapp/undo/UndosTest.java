package com.taskmaster.webapp.undo;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.WithBackingServices;
import com.taskmaster.webapp.encryption.Handle;
import com.taskmaster.webapp.tasks.Due;
import com.taskmaster.webapp.tasks.Operation;
import com.taskmaster.webapp.tasks.TaskChanges;
import com.taskmaster.webapp.undo.Undo.Done;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithBackingServices
class UndosTest {

    private static final String ALICE = "alice";

    private final Undo undo = Undo.of(
            ALICE,
            Done.CHANGED,
            "Buy milk",
            Operation.change(
                    UUID.randomUUID(),
                    3,
                    TaskChanges.none().due(Due.on(LocalDate.of(2026, 12, 24))).notes(null)));

    @Inject
    Undos undos;

    @Inject
    DataSource database;

    @Test
    void areFoundAsOftenAsOneLooksUntilTheyAreForgotten() {
        var handle = undos.keep(undo);

        assertThat(undos.find(handle, ALICE)).isPresent();
        assertThat(undos.find(handle, ALICE).orElseThrow().title()).isEqualTo("Buy milk");
        undos.forget(handle);
        assertThat(undos.find(handle, ALICE)).isEmpty();
    }

    @Test
    void areNobodyElsesAndNotForever() throws SQLException {
        var handle = undos.keep(undo);

        assertThat(undos.find(handle, "bob")).isEmpty();
        assertThat(undos.find(Handle.random(), ALICE)).isEmpty();
        execute("update undo set expires_at = now() - interval '1 second'");
        assertThat(undos.find(handle, ALICE)).isEmpty();
    }

    @Test
    void lieInTheDatabaseUnreadable() throws SQLException {
        undos.keep(undo);

        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select content from undo")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).doesNotContain("milk").startsWith("ey");
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
