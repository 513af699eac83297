package com.taskmaster.tasks.transfer.format;

import com.taskmaster.tasks.schedule.Due;
import com.taskmaster.tasks.schedule.Repeat;
import com.taskmaster.tasks.task.ChecklistItem;
import com.taskmaster.tasks.task.Priority;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tasks that are hardest to transfer, and methods to write and read them. */
public final class Samples {

    public static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.678901Z");
    public static final Instant COMPLETED = Instant.parse("2026-02-03T04:05:06.000007Z");

    private static final LocalDate DAY_OF_SKIPPED_HOUR = LocalDate.of(2026, 3, 29);

    private Samples() {}

    public static List<TransferredTask> hardest() {
        var titles = Stream.of(
                        "plain",
                        "He said \"no, never\"; then \\n left \\",
                        "a,b;c:d=e",
                        "\"",
                        "\"quoted\"",
                        "😀 emoji 👩‍👩‍👧 e\u0301",
                        "مرحبا \u202Eעברית",
                        "=cmd|' /C calc'!A0",
                        "+1",
                        "-1",
                        "@SUM(A1)",
                        "'",
                        "'=1",
                        "''=1",
                        "'''''''@",
                        "it's",
                        "'quoted'",
                        "ends with =",
                        "[x] no item",
                        "BEGIN:VTODO",
                        "^n ^^ ^' \u2028 \u0085 \uFEFF",
                        " surrounded by blanks ",
                        "漢".repeat(500))
                .map(Samples::titled);
        var notes = Stream.of(
                        "one\ntwo\n\nfour\n",
                        "\tindented\n\r\n = not a formula",
                        "\n=1",
                        "# Markdown\n\n- [x] done\n- [ ] open\n\n```java\nvar a = \"b\";\n```\n| a | b |\n|---|---|\n",
                        "0123456789,;\\\"\n".repeat(20_000 / 15),
                        "漢字\n".repeat(6_666))
                .map(Samples::noted);
        var dues = Stream.of(
                        new Due(LocalDate.of(1900, 1, 1), null, null),
                        new Due(LocalDate.of(2999, 12, 31), null, null),
                        new Due(LocalDate.of(2026, 12, 24), LocalTime.of(17, 0), "Europe/Berlin"),
                        new Due(LocalDate.of(2026, 12, 24), LocalTime.of(23, 59, 59), "America/Argentina/Ushuaia"),
                        new Due(DAY_OF_SKIPPED_HOUR, LocalTime.of(2, 30), "Europe/Berlin"),
                        new Due(LocalDate.of(2026, 1, 1), LocalTime.MIDNIGHT, "Etc/UTC"),
                        new Due(LocalDate.of(2026, 1, 1), LocalTime.NOON, "UTC"))
                .map(Samples::due);
        var repeats = Stream.of(
                        new Repeat("FREQ=DAILY;COUNT=2147483647", Repeat.From.COMPLETION),
                        new Repeat("INTERVAL=2;FREQ=WEEKLY;WKST=SU;BYDAY=TU,MO,-1FR", Repeat.From.DUE),
                        new Repeat("FREQ=SECONDLY", Repeat.From.DUE),
                        new Repeat("freq=monthly;until=20270101", Repeat.From.DUE),
                        new Repeat("=1+1", Repeat.From.DUE))
                .map(Samples::repeated);
        var positions = Stream.of(-1.5, 0.1, -0.0, 1e300, Double.MIN_VALUE, -1767322445.678901)
                .map(position ->
                        new TransferredTask("at", null, null, null, null, null, null, null, position, null, null));
        return Stream.of(titles, notes, dues, repeats, positions, Stream.of(full()), priorities())
                .flatMap(tasks -> tasks)
                .toList();
    }

    public static TransferredTask titled(String title) {
        return new TransferredTask(title, null, null, null, null, null, null, null, null, null, null);
    }

    public static TransferredTask noted(String notes) {
        return new TransferredTask("noted", notes, null, null, null, null, null, null, null, null, null);
    }

    public static TransferredTask due(Due due) {
        return new TransferredTask("due", null, null, due, null, null, null, null, null, null, null);
    }

    public static TransferredTask repeated(Repeat repeat) {
        return new TransferredTask("repeated", null, null, null, null, null, null, repeat, null, null, null);
    }

    private static TransferredTask full() {
        var checklist = IntStream.range(0, 100)
                .mapToObj(i -> new ChecklistItem("[x] step, \\ \"" + i + "\"; =1 😀" + "漢".repeat(400), i % 3 == 0))
                .toList();
        return new TransferredTask(
                "full",
                "漢字\n".repeat(6_666),
                "'=Home, sweet; \\home",
                new Due(DAY_OF_SKIPPED_HOUR, LocalTime.of(2, 30), "Europe/Berlin"),
                Priority.HIGH,
                List.of("=tag", "two words", "semi;colon", "back\\slash", "\"quoted\"", "漢字"),
                checklist,
                new Repeat("FREQ=DAILY", Repeat.From.COMPLETION),
                -2.25,
                CREATED,
                COMPLETED);
    }

    private static Stream<TransferredTask> priorities() {
        return Stream.of(Priority.values())
                .map(priority -> new TransferredTask(
                        "prior", null, null, null, priority, null, null, null, null, COMPLETED, CREATED));
    }

    public static byte[] written(TaskFormat format, List<TransferredTask> tasks) throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = format.writer(out);
        for (var task : tasks) {
            writer.write(UUID.randomUUID(), task);
        }
        writer.end();
        return out.toByteArray();
    }

    /** @param words the reason's text, with any values for its placeholders */
    public static Row.Refused refused(long line, String field, String words) {
        var reason = Stream.of(Reason.values())
                .filter(candidate ->
                        words.matches(Pattern.quote(candidate.words(1, 1)).replace("1", "\\E.*\\Q")))
                .findFirst()
                .orElseThrow();
        return new Row.Refused(line, field, reason, words);
    }

    public static List<Row> read(TaskFormat format, InputStream in) {
        var rows = new ArrayList<Row>();
        format.rows(in).forEachRemaining(rows::add);
        return rows;
    }

    public static List<Row> read(TaskFormat format, byte[] file) {
        return read(format, new ByteArrayInputStream(file));
    }

    public static List<Row> read(TaskFormat format, String file) {
        return read(format, file.getBytes(StandardCharsets.UTF_8));
    }

    /** The tasks of a file without rejected rows. */
    public static List<TransferredTask> tasks(TaskFormat format, byte[] file) {
        return read(format, file).stream().map(row -> ((Row.Read) row).task()).toList();
    }

    public static byte[] bytes(String begin, int... rest) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(begin.getBytes(StandardCharsets.UTF_8));
        IntStream.of(rest).forEach(out::write);
        return out.toByteArray();
    }
}
