package com.taskmaster.tasks.transfer.csv;

import static com.taskmaster.tasks.transfer.format.Samples.bytes;
import static com.taskmaster.tasks.transfer.format.Samples.noted;
import static com.taskmaster.tasks.transfer.format.Samples.read;
import static com.taskmaster.tasks.transfer.format.Samples.refused;
import static com.taskmaster.tasks.transfer.format.Samples.tasks;
import static com.taskmaster.tasks.transfer.format.Samples.titled;
import static com.taskmaster.tasks.transfer.format.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.tasks.Memory;
import com.taskmaster.tasks.task.ChecklistItem;
import com.taskmaster.tasks.task.Priority;
import com.taskmaster.tasks.transfer.format.GeneratedFile;
import com.taskmaster.tasks.transfer.format.Row;
import com.taskmaster.tasks.transfer.format.Samples;
import com.taskmaster.tasks.transfer.format.TaskFormat;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFormatTest {

    private final TaskFormat csv = new CsvFormat();

    @Test
    void carriesTheHardestTasksUnchanged() throws Exception {
        var tasks = Samples.hardest();
        assertThat(tasks(csv, written(csv, tasks))).containsExactlyElementsOf(tasks);
    }

    @Test
    void keepsEveryKindOfLineBreak() throws Exception {
        var task = noted("a\r\nb\rc\nd\r\n");
        assertThat(tasks(csv, written(csv, List.of(task)))).containsExactly(task);
    }

    @Test
    void beginsWithTheNamesOfTheColumnsAndEndsLinesAsTheStandardSays() throws Exception {
        assertThat(new String(written(csv, List.of(titled("a, b"))), StandardCharsets.UTF_8))
                .isEqualTo("title,notes,list,due_date,due_time,due_zone,priority,tags,checklist,repeat_rule,"
                        + "repeat_from,position,created_at,completed_at\r\n"
                        + "\"a, b\",,,,,,none,,,,,,,\r\n");
    }

    @Test
    void guardsEveryCellThatASpreadsheetCouldRun() throws Exception {
        var hostile = tasks(csv, "title,notes\r\n=cmd|' /C calc'!A0,@SUM(1)\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(hostile.get(0).title()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(new String(written(csv, hostile), StandardCharsets.UTF_8))
                .contains("\r\n'=cmd|' /C calc'!A0,'@SUM(1),");
    }

    @Test
    void takesColumnsInAnyOrderWithByteOrderMarkAndOtherLineBreaks() {
        var rows = read(
                csv, "\uFEFFPriority, title ,tags,checklist\n\nhigh,a,\"x , y,\",\"[X] b\r\n[ ]c\"\rlow,\"b\",,\n");
        assertThat(rows)
                .containsExactly(
                        new Row.Read(
                                3,
                                new TransferredTask(
                                        "a",
                                        null,
                                        null,
                                        null,
                                        Priority.HIGH,
                                        List.of("x", "y"),
                                        List.of(new ChecklistItem("b", true), new ChecklistItem("c", false)),
                                        null,
                                        null,
                                        null,
                                        null)),
                        new Row.Read(
                                5,
                                new TransferredTask(
                                        "b", null, null, null, Priority.LOW, null, null, null, null, null, null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            title,colour  | colour      | is not the name of a column
            title;notes   | title;notes | is not the name of a column
            notes,list    | title       | is the name of a column that is missing
            title,Title   | title       | names a column twice
            "title        |             | has a quote that is never closed
            ~~            |             | must name the columns, but the file is empty
            """)
    void refusesAFileWhoseHeaderIsNotUnderstood(String header, String field, String reason) {
        assertThat(read(csv, header + "\r\na,b\r\n".repeat(header.isEmpty() ? 0 : 1)))
                .containsExactly(refused(1, field, reason));
    }

    @Test
    void tellsTheBeginningOfALongName() {
        assertThat(read(csv, "title," + "x".repeat(1_000)))
                .containsExactly(refused(1, "x".repeat(100), "is not the name of a column"));
    }

    @ParameterizedTest
    @CsvSource({
        "due_date, 2026-02-30, 'must be a date, like 2026-12-24'",
        "due_date, 24.12.2026, 'must be a date, like 2026-12-24'",
        "due_time, 25:00, 'must be a time, like 17:00'",
        "priority, urgent, 'must be one of: none, low, medium, high'",
        "checklist, step, must be lines that begin with [ ] or [x]",
        "repeat_from, never, 'must be one of: due, completion'",
        "position, NaN, 'must be a number, like -1.5'",
        "position, 1e999, 'must be a number, like -1.5'",
        "position, 0x1p3, 'must be a number, like -1.5'",
        "created_at, 2026-01-01, 'must be a date and time with its offset, like 2026-12-24T17:00:00Z'",
        "completed_at, yes, 'must be a date and time with its offset, like 2026-12-24T17:00:00Z'",
    })
    void refusesAValueByItsColumnAndGoesOn(String column, String value, String reason) {
        assertThat(read(csv, "title," + column + "\r\na," + value + "\r\nb,\r\n"))
                .containsExactly(refused(2, column, reason), new Row.Read(3, titled("b")));
    }

    @Test
    void goesOnBehindARowThatIsNoCsvOrHasOtherCellsThanTheHeader() {
        assertThat(read(csv, "title,notes\r\n\"a\"b,\r\na\r\na,b,c\r\na\"b,\"\"\r\n"))
                .containsExactly(
                        refused(2, null, "has text after a closing quote"),
                        refused(3, null, "has 1 cells where the header has 2"),
                        refused(4, null, "has 3 cells where the header has 2"),
                        new Row.Read(5, titled("a\"b")));
    }

    @Test
    void endsAtAQuoteThatIsNeverClosed() {
        assertThat(read(csv, "title\r\na\r\n\"b\r\nc\r\nd\r\n"))
                .containsExactly(new Row.Read(2, titled("a")), refused(3, null, "has a quote that is never closed"));
    }

    @Test
    void namesTheLineOfWhatIsNotUtf8AndEnds() {
        assertThat(read(csv, bytes("title\r\na\r\nb", 0xFF, '\r', '\n', 'c', '\r', '\n')))
                .containsExactly(new Row.Read(2, titled("a")), refused(3, null, "is not UTF-8"));
        assertThat(read(csv, bytes("title\r\na\r\nb", 0xE2, 0x82)))
                .containsExactly(new Row.Read(2, titled("a")), refused(3, null, "is not UTF-8"));
        assertThat(read(csv, "title\r\n".getBytes(StandardCharsets.UTF_16)))
                .containsExactly(refused(1, null, "is not UTF-8"));
    }

    @Test
    @Timeout(20)
    @DisplayName("A17: a line of 50 MB is rejected without being held in memory")
    void passesOverALineThatIsTooLong() {
        var file = new GeneratedFile("title\r\n", "x", 50_000_000, "\r\nb\r\n");
        assertThat(Memory.allocatedBy(() -> assertThat(read(csv, file))
                        .containsExactly(
                                refused(2, null, "is longer than 500,000 bytes"), new Row.Read(3, titled("b")))))
                .isLessThan(10_000_000);
    }

    @Test
    @Timeout(20)
    @DisplayName("A17: a file with many rows takes no more memory than one row")
    void streams() {
        var rows = csv.rows(new GeneratedFile("title,priority\r\n", "a,high\r\n", 200_000, ""));
        var last = 0L;
        while (rows.hasNext()) {
            last = rows.next().line();
        }
        assertThat(last).isEqualTo(200_001);
    }
}
