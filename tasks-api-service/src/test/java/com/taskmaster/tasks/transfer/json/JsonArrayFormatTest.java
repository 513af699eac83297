package com.taskmaster.tasks.transfer.json;

import static com.taskmaster.tasks.transfer.format.Samples.bytes;
import static com.taskmaster.tasks.transfer.format.Samples.due;
import static com.taskmaster.tasks.transfer.format.Samples.noted;
import static com.taskmaster.tasks.transfer.format.Samples.read;
import static com.taskmaster.tasks.transfer.format.Samples.refused;
import static com.taskmaster.tasks.transfer.format.Samples.tasks;
import static com.taskmaster.tasks.transfer.format.Samples.titled;
import static com.taskmaster.tasks.transfer.format.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.taskmaster.tasks.Memory;
import com.taskmaster.tasks.http.StrictJson;
import com.taskmaster.tasks.schedule.Due;
import com.taskmaster.tasks.schedule.Repeat;
import com.taskmaster.tasks.task.ChecklistItem;
import com.taskmaster.tasks.task.Priority;
import com.taskmaster.tasks.transfer.format.GeneratedFile;
import com.taskmaster.tasks.transfer.format.Row;
import com.taskmaster.tasks.transfer.format.Samples;
import com.taskmaster.tasks.transfer.format.TaskFormat;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonArrayFormatTest {

    private final TaskFormat json = new JsonArrayFormat(asInTheService());

    /** Configured as by Quarkus. */
    private static ObjectMapper asInTheService() {
        var mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        new StrictJson().customize(mapper);
        return mapper;
    }

    @Test
    void carriesTheHardestTasksUnchanged() throws Exception {
        var tasks = Samples.hardest();
        assertThat(tasks(json, written(json, tasks))).containsExactlyElementsOf(tasks);
    }

    @Test
    void keepsEveryKindOfLineBreak() throws Exception {
        var task = noted("a\r\nb\rc\nd\r\n");
        assertThat(tasks(json, written(json, List.of(task)))).containsExactly(task);
    }

    @Test
    void writesATaskALine() throws Exception {
        var due = due(new Due(LocalDate.of(2026, 12, 24), null, null));
        assertThat(new String(written(json, List.of(due, titled("b"))), StandardCharsets.UTF_8))
                .startsWith("[\n{\"title\":\"due\",")
                .contains("\"due\":{\"date\":\"2026-12-24\"}")
                .contains("\n,{\"title\":\"b\",")
                .endsWith("}\n]");
        assertThat(read(json, written(json, List.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"colour": 1}                        | colour            | is not known
            {"due": {"day": 1}}                  | due.day           | is not known
            {"title": 5}                         | title             | must be a string
            {"title": ["a"]}                     | title             | must be a string
            {"due": "2026-12-24"}                | due               | must be an object
            {"due": {"date": "24.12."}}          | due.date          | must be a date, like 2026-12-24
            {"due": {"time": "25:00"}}           | due.time          | must be a time, like 17:00
            {"priority": "urgent"}               | priority          | must be one of: none, low, medium, high
            {"priority": 3}                      | priority          | must be one of: none, low, medium, high
            {"tags": "a"}                        | tags              | must be an array
            {"tags": ["a", null]}                | tags[1]           | must be a string
            {"checklist": [{}, null]}            | checklist[1]      | must be an object
            {"checklist": [{}, {"done": "yes"}]} | checklist[1].done | must be true or false
            {"repeat": {"from": "never"}}        | repeat.from       | must be one of: due, completion
            {"position": "1"}                    | position          | must be a number, like -1.5
            {"position": 1e999}                  | position          | must be a number, like -1.5
            {"createdAt": "today"} | createdAt | must be a date and time with its offset, like 2026-12-24T17:00:00Z
            {"createdAt": 1.5}     | createdAt | must be a date and time with its offset, like 2026-12-24T17:00:00Z
            {"due": {"date": [2026, 1, 2]}} | due.date | must be a date, like 2026-12-24
            {"createdAt": 1e999}   | createdAt | must be a date and time with its offset, like 2026-12-24T17:00:00Z
            5                                    |                   | must be an object
            "a"                                  |                   | must be an object
            null                                 |                   | must be an object
            [{"title": "a"}]                     |                   | must be an object
            """)
    void refusesAValueByItsPathAndGoesOn(String element, String field, String reason) {
        assertThat(read(json, "\uFEFF[\n" + element + ",\n{\"title\": \"b\", \"position\": 1}]"))
                .hasSize(2)
                .startsWith(refused(2, field, reason))
                .last()
                .matches(row -> row.line() == 3 && row instanceof Row.Read);
    }

    @Test
    void takesWhatIsNotSaidAsNull() {
        assertThat(read(
                        json,
                        "[{\"title\":\"a\",\"checklist\":[{\"text\":\"b\"}],\"repeat\":{\"rule\":\"FREQ=DAILY\"}}]"))
                .containsExactly(new Row.Read(
                        1,
                        new TransferredTask(
                                "a",
                                null,
                                null,
                                null,
                                Priority.NONE,
                                List.of(),
                                List.of(new ChecklistItem("b", false)),
                                new Repeat("FREQ=DAILY", Repeat.From.DUE),
                                null,
                                null,
                                null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"title": "a"},~{"title"~"b"}]   | 3 | is not JSON
            [{"title": "a"},~{"title": "b"    | 2 | is not JSON
            [{"title": "a"}~                  | 2 | is not JSON
            [{"title": "a"}~NaN]              | 2 | is not JSON
            [{"title": "a"}]~]                | 2 | is not JSON
            [{"title": "a"}]~[]               | 2 | continues after the end of the array
            """)
    void endsAtTheLineThatIsNoJson(String file, long line, String reason) {
        assertThat(read(json, file.replace('~', '\n')))
                .containsExactly(new Row.Read(1, titled("a")), refused(line, null, reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "\"a\""})
    void refusesAFileThatIsNoArray(String file) {
        assertThat(read(json, file)).containsExactly(refused(1, null, "must begin an array of tasks"));
    }

    @Test
    void namesTheLineOfWhatIsNotUtf8AndEnds() {
        var begin = "[{\"title\": \"a\"},\n{\"title\": \"b";
        assertThat(read(json, bytes(begin, 0xFF, '"', '}', ']')))
                .containsExactly(new Row.Read(1, titled("a")), refused(2, null, "is not UTF-8"));
        assertThat(read(json, bytes(begin, 0xF0, 0x9F, 0x98)))
                .containsExactly(new Row.Read(1, titled("a")), refused(2, null, "is not UTF-8"));
        assertThat(read(json, "[]".getBytes(StandardCharsets.UTF_16)))
                .containsExactly(refused(1, null, "is not UTF-8"));
    }

    @Test
    @DisplayName("A17: nesting is limited")
    void endsWhereItIsNestedTooDeep() {
        assertThat(read(json, "[{\"title\": \"a\"},\n{\"tags\": " + "[".repeat(1_000) + "]".repeat(1_000) + "}]"))
                .containsExactly(new Row.Read(1, titled("a")), refused(2, null, "is nested deeper than 20 levels"));
    }

    @ParameterizedTest
    @Timeout(20)
    @DisplayName("A17: a value of 50 MB is rejected without being held in memory")
    @CsvSource(quoteCharacter = '|', textBlock = """
            {"title": ",     x
            {",              x
            {"position": 1., 1
            """)
    void endsAtAValueThatIsTooLong(String begin, String middle) {
        var file = new GeneratedFile("[\n" + begin, middle, 50_000_000, "\"}]");
        assertThat(Memory.allocatedBy(() -> assertThat(read(json, file))
                        .containsExactly(refused(
                                2,
                                null,
                                "has a text longer than 500,000 bytes, or a number longer than 1,000 digits"))))
                .isLessThan(20_000_000);
    }

    @ParameterizedTest
    @Timeout(20)
    @DisplayName("A17: an object of 10 MB is skipped without being held in memory")
    @CsvSource(delimiter = '|', textBlock = """
            {"title": "a", "tags": [""        | , ""
            {"title": "a", "tags": [""        | ,[]
            {"title": "a", "tags": [""        | ~~~~~~~~~~
            {"title": "a", "checklist": [{}   | ,{"text":"a"}
            """)
    void passesOverAnObjectThatIsTooLong(String begin, String middle) {
        var file = new GeneratedFile(
                "[" + begin, middle.replace('~', ' '), 10_000_000 / middle.length(), "]},\n{\"title\":\"b\"}]");
        assertThat(Memory.allocatedBy(() -> assertThat(read(json, file))
                        .containsExactly(
                                refused(1, null, "is longer than 500,000 bytes"), new Row.Read(2, titled("b")))))
                .isLessThan(100_000_000);
    }

    @Test
    @Timeout(20)
    @DisplayName("A17: a file with many rows takes no more memory than one row")
    void streams() {
        var rows = json.rows(
                new GeneratedFile("[{}", ",\n{\"title\":\"a\",\"due\":{\"date\":\"2026-12-24\"}}", 200_000, "]"));
        var last = 0L;
        while (rows.hasNext()) {
            last = rows.next().line();
        }
        assertThat(last).isEqualTo(200_001);
    }
}
