package com.taskmaster.tasks.transfer.icalendar;

import static com.taskmaster.tasks.transfer.format.Samples.bytes;
import static com.taskmaster.tasks.transfer.format.Samples.due;
import static com.taskmaster.tasks.transfer.format.Samples.noted;
import static com.taskmaster.tasks.transfer.format.Samples.read;
import static com.taskmaster.tasks.transfer.format.Samples.refused;
import static com.taskmaster.tasks.transfer.format.Samples.tasks;
import static com.taskmaster.tasks.transfer.format.Samples.titled;
import static com.taskmaster.tasks.transfer.format.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.tasks.Memory;
import com.taskmaster.tasks.schedule.Due;
import com.taskmaster.tasks.schedule.Repeat;
import com.taskmaster.tasks.task.ChecklistItem;
import com.taskmaster.tasks.task.Priority;
import com.taskmaster.tasks.transfer.format.GeneratedFile;
import com.taskmaster.tasks.transfer.format.Row;
import com.taskmaster.tasks.transfer.format.Samples;
import com.taskmaster.tasks.transfer.format.TaskFormat;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcalendarFormatTest {

    private static final String BEGIN = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
    private static final String END = "END:VCALENDAR\r\n";

    private final TaskFormat icalendar = new IcalendarFormat();

    @Test
    void carriesTheHardestTasksUnchanged() throws Exception {
        var tasks = Samples.hardest().stream()
                .filter(task -> task.notes() == null || task.notes().indexOf('\r') < 0)
                .toList();
        assertThat(tasks(icalendar, written(icalendar, tasks))).containsExactlyElementsOf(tasks);
    }

    @Test
    void turnsEveryKindOfLineBreakIntoALineFeed() throws Exception {
        assertThat(tasks(icalendar, written(icalendar, List.of(noted("a\r\nb\rc\nd\r\n")))))
                .containsExactly(noted("a\nb\nc\nd\n"));
    }

    @Test
    void writesWhatOtherCalendarsUnderstand() throws Exception {
        var task = new TransferredTask(
                "Water, all",
                "a\nb",
                "Home",
                new Due(LocalDate.of(2026, 12, 24), LocalTime.of(17, 0), "Europe/Berlin"),
                Priority.HIGH,
                List.of("x", "y"),
                List.of(new ChecklistItem("fill; can", true)),
                new Repeat("FREQ=WEEKLY;BYDAY=TU,MO", Repeat.From.DUE),
                -1.5,
                Samples.CREATED,
                Instant.parse("2026-02-03T04:05:06Z"));
        var file = new String(written(icalendar, List.of(task)), StandardCharsets.UTF_8);
        assertThat(file.replaceAll("(UID|DTSTAMP):.*", "$1:")).isEqualTo("""
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        PRODID:-//TaskMaster Pro//Tasks API//EN
                        BEGIN:VTODO
                        UID:
                        DTSTAMP:
                        SUMMARY:Water\\, all
                        DESCRIPTION:a\\nb
                        X-TASKMASTER-LIST:Home
                        DUE;TZID=/Europe/Berlin:20261224T170000
                        PRIORITY:1
                        CATEGORIES:x,y
                        X-TASKMASTER-CHECKLIST;X-DONE=TRUE:fill\\; can
                        DTSTART;TZID=/Europe/Berlin:20261224T170000
                        RRULE:FREQ=WEEKLY;BYDAY=TU,MO
                        X-TASKMASTER-REPEAT-FROM:due
                        X-TASKMASTER-POSITION:-1.5
                        CREATED;X-TASKMASTER-EXACT="2026-01-02T03:04:05.678901Z":20260102T030405Z
                        STATUS:COMPLETED
                        COMPLETED:20260203T040506Z
                        END:VTODO
                        END:VCALENDAR
                        """.replace("\n", "\r\n"));
    }

    @Test
    void foldsLinesAtSeventyFiveOctetsAndNeverWithinACharacter() throws Exception {
        var file = new String(written(icalendar, Samples.hardest()), StandardCharsets.UTF_8);
        assertThat(file.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(file).doesNotContain("\uFFFD", "?");
    }

    @Test
    void countsARuleOfATaskThatIsNeverDueFromTheDayThatItWasMade() throws Exception {
        var task = new TransferredTask(
                "Water",
                null,
                null,
                null,
                null,
                null,
                null,
                new Repeat("FREQ=DAILY", Repeat.From.COMPLETION),
                null,
                Samples.CREATED,
                null);
        var file = written(icalendar, List.of(task));

        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("DTSTART;VALUE=DATE:20260102\r\nRRULE:FREQ=DAILY\r\n");
        assertThat(tasks(icalendar, file)).containsExactly(task);
    }

    @ParameterizedTest(name = "{1} from {0} is written as {2} (RFC 5545 §3.3.10)")
    @CsvSource({
        "Europe/Berlin, FREQ=DAILY;UNTIL=20261231, FREQ=DAILY;UNTIL=20261231T225959Z",
        "Europe/Berlin, UNTIL=20261231T180000;FREQ=DAILY, UNTIL=20261231T170000Z;FREQ=DAILY",
        "America/New_York, FREQ=DAILY;UNTIL=99991231, FREQ=DAILY;UNTIL=99991231T235959Z",
        "Etc/UTC, FREQ=DAILY;UNTIL=20261231, FREQ=DAILY;UNTIL=20261231T235959Z",
        ", FREQ=DAILY;UNTIL=20261231T120000Z;INTERVAL=2, FREQ=DAILY;UNTIL=20261231;INTERVAL=2",
        ", FREQ=DAILY;UNTIL=20261231T120000, FREQ=DAILY;UNTIL=20261231",
    })
    void endsARuleAsItsStartIsToldAndReadsItsOwnTextAgain(String zone, String rule, String written) throws Exception {
        var task = repeated(zone, rule);
        var file = written(icalendar, List.of(task));

        assertThat(unfolded(file)).contains("\r\nRRULE;X-TASKMASTER-EXACT=\"" + rule + "\":" + written + "\r\n");
        assertThat(tasks(icalendar, file)).containsExactly(task);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, FREQ=DAILY;UNTIL=20261231T225959Z", ", FREQ=DAILY;UNTIL=20261231"})
    void writesARuleThatEndsAsItsStartIsToldAsItIs(String zone, String rule) throws Exception {
        assertThat(unfolded(written(icalendar, List.of(repeated(zone, rule))))).contains("\r\nRRULE:" + rule + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, FREQ=DAILY;UNTIL=20261231, 30",
        "Europe/Berlin, FREQ=DAILY;UNTIL=20261231, 31",
        "Asia/Tokyo, FREQ=DAILY;UNTIL=20261231T170000, 30",
        "Asia/Tokyo, FREQ=DAILY;UNTIL=20261231T165959, 30",
        ", FREQ=DAILY;UNTIL=20261231T120000, 30",
        ", FREQ=DAILY;UNTIL=20261231T120000, 31",
    })
    void tellsOthersARuleThatComesToTheSameEnd(String zone, String rule, int day) throws Exception {
        var task = repeated(zone, rule);
        var file = unfolded(written(icalendar, List.of(task))).replaceFirst("RRULE;[^:]*:", "RRULE:");
        var read = ((Row.Read) read(icalendar, file).get(0)).task().repeat();

        var due = task.due().on(LocalDate.of(2026, 12, day));
        var completed = due.date().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        var tokyo = ZoneId.of("Asia/Tokyo");
        assertThat(read.rule()).isNotEqualTo(rule);
        assertThat(read.next(due, completed, tokyo).map(Repeat.Next::due))
                .isEqualTo(task.repeat().next(due, completed, tokyo).map(Repeat.Next::due));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE;X-TASKMASTER-EXACT=\"FREQ=DAILY;UNTIL=20261231\":FREQ=WEEKLY;UNTIL=20261231T225959Z",
                "RRULE;X-TASKMASTER-EXACT=\"FREQ=DAILY;UNTIL=20261231\":FREQ=WEEKLY",
                "RRULE;X-TASKMASTER-EXACT=x:FREQ=WEEKLY",
            })
    void takesARuleThatOthersHaveChanged(String line) {
        assertThat(read(icalendar, todo("DUE;TZID=/Europe/Berlin:20261224T170000\r\n" + line)))
                .extracting(row -> ((Row.Read) row).task().repeat().rule())
                .containsExactly(line.substring(line.lastIndexOf(':') + 1));
    }

    @Test
    void keepsARecurrenceRuleFromWritingALineOfItsOwn() throws Exception {
        var hostile = Samples.repeated(new Repeat("FREQ=DAILY\r\nSUMMARY:other", Repeat.From.DUE));
        assertThat(new String(written(icalendar, List.of(hostile)), StandardCharsets.UTF_8))
                .contains("RRULE:FREQ=DAILY\\nSUMMARY:other\r\n");
    }

    @Test
    void unfoldsOctetsBeforeCharactersAndTakesOtherLineBreaks() {
        var file = bytes(
                "\uFEFFbegin:vcalendar\nbegin:vtodo\nSUMMARY:a", 0xE6, '\n', ' ', 0xBC, '\r', '\n', '\t', 0xA2, '\n');
        assertThat(read(icalendar, concat(file, "  b\n\nend:vtodo\rend:vcalendar")))
                .containsExactly(new Row.Read(2, titled("a漢 b")));
    }

    @ParameterizedTest
    @CsvSource({
        "DUE;VALUE=DATE:20261224, , ",
        "DUE:20261224, , ",
        "DUE:20261224T170000Z, 17:00, Etc/UTC",
        "DUE;TZID=/Europe/Berlin:20261224T170000, 17:00, Europe/Berlin",
        "DUE;TZID=Europe/Berlin:20261224T170000, 17:00, Europe/Berlin",
        "DUE;TZID=\"Europe/Berlin\":20261224T170000, 17:00, Europe/Berlin",
        "DUE:20261224T170000, 17:00, ",
    })
    void readsADueDateAsOthersWriteIt(String line, LocalTime time, String zone) {
        assertThat(read(icalendar, todo(line)))
                .containsExactly(new Row.Read(3, due(new Due(LocalDate.of(2026, 12, 24), time, zone))));
    }

    @ParameterizedTest
    @CsvSource({
        "DTSTART;VALUE=DATE:20261224, P1W, 2026-12-31, , ",
        "DTSTART:20261224T230000Z, PT1H30M, 2026-12-25, 00:30, Etc/UTC",
        "DTSTART;TZID=Europe/Berlin:20261024T120000, P1D, 2026-10-25, 12:00, Europe/Berlin",
        "DTSTART;TZID=Europe/Berlin:20261024T120000, PT24H, 2026-10-25, 11:00, Europe/Berlin",
        "DTSTART:20261224T170000, P1DT1H, 2026-12-25, 18:00, ",
        "DTSTART;TZID=Nowhere:20261224T170000, PT1H, 2026-12-24, 18:00, Nowhere",
    })
    void countsADueDateFromTheStart(String start, String duration, LocalDate date, LocalTime time, String zone) {
        assertThat(read(icalendar, todo(start + "\r\nDURATION:" + duration)))
                .extracting(row -> ((Row.Read) row).task().due())
                .containsExactly(new Due(date, time, zone));
    }

    @ParameterizedTest
    @CsvSource({
        "DTSTART:20261224T170000Z, 1 hour",
        "DTSTART:20261224T170000Z, -PT1H",
        "DTSTART:20261224T170000Z, P9999999D",
        "DTSTART:20261224T170000Z, P4294967297D",
        "DTSTART:20261224T170000Z, PT4294967297S",
        "DTSTART:20261224T170000Z, PT600000H",
        "DTSTART;VALUE=DATE:20261224, PT1H",
    })
    void refusesADurationThatLeadsToNoDueDate(String start, String duration) {
        assertThat(read(icalendar, todo(start + "\r\nDURATION:" + duration)))
                .containsExactly(refused(
                        3,
                        "DURATION",
                        "must be a duration from the start, like P1D or, where that has a time, PT1H30M"));
    }

    @ParameterizedTest
    @CsvSource({"0,NONE", "1,HIGH", "4,HIGH", "5,MEDIUM", "6,LOW", "9,LOW"})
    void readsAPriorityAsTheStandardRanksIt(String number, Priority priority) {
        assertThat(read(icalendar, todo("PRIORITY:" + number)))
                .extracting(row -> ((Row.Read) row).task().priority())
                .containsExactly(priority);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COMPLETED:20260203T040506Z                                                        | 2026-02-03T04:05:06Z
            STATUS:COMPLETED~COMPLETED:20260203T040506Z                                       | 2026-02-03T04:05:06Z
            STATUS:COMPLETED~DTSTAMP:20260203T040506Z                                         | 2026-02-03T04:05:06Z
            STATUS:COMPLETED~DTSTAMP:20270101T000000Z~LAST-MODIFIED:20260203T040506Z          | 2026-02-03T04:05:06Z
            STATUS:NEEDS-ACTION~COMPLETED:20260203T040506Z                                    |
            COMPLETED;X-TASKMASTER-EXACT="2026-02-03T04:05:06.5Z":20260203T040506Z            | 2026-02-03T04:05:06.500Z
            COMPLETED;X-TASKMASTER-EXACT="2026-01-01T00:00:00.5Z":20260203T040506Z            | 2026-02-03T04:05:06Z
            """)
    void readsWhenATaskWasCompleted(String lines, Instant completed) {
        assertThat(read(icalendar, todo(lines.replace("~", "\r\n"))))
                .extracting(row -> ((Row.Read) row).task().completedAt())
                .containsExactly(completed);
    }

    @Test
    void readsWhatACalendarOfVersion1HasEncoded() {
        assertThat(read(icalendar, todo("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1252:M=FCll 80 =80")))
                .extracting(row -> ((Row.Read) row).task().title())
                .containsExactly("M\u00fcll 80 \u20ac");
    }

    @Test
    void gathersTheTagsOfAllCategories() {
        assertThat(read(icalendar, todo("CATEGORIES:x, y,,z\\;1\r\nCATEGORIES:w\r\nCATEGORIES:")))
                .extracting(row -> ((Row.Read) row).task().tags())
                .containsExactly(List.of("x", "y", "z;1", "w"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FREQ=DAILY;COUNT=2147483647", "FREQ=SECONDLY", "FREQ=NEVER;;=", "FREQ=DAILY;UNTIL=99991231"})
    void passesARuleOnAsItIs(String rule) {
        assertThat(read(icalendar, todo("RRULE:" + rule)))
                .extracting(row -> ((Row.Read) row).task().repeat())
                .containsExactly(new Repeat(rule, Repeat.From.DUE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DUE:20260230                   | DUE       | must be a date or a date and time, like 20261224T170000
            DUE:tomorrow                   | DUE       | must be a date or a date and time, like 20261224T170000
            DUE:20260101T250000            | DUE       | must be a date or a date and time, like 20261224T170000
            PRIORITY:10                    | PRIORITY  | must be a number from 0 to 9
            PRIORITY:high                  | PRIORITY  | must be a number from 0 to 9
            STATUS:CANCELLED               | STATUS    | must be NEEDS-ACTION, IN-PROCESS or COMPLETED
            STATUS:COMPLETED               | COMPLETED | must say when the task was completed
            COMPLETED:20260203T040506      | COMPLETED | must be a date and time in UTC, like 20261224T170000Z
            COMPLETED;X-TASKMASTER-EXACT=x:20260203T040506Z | COMPLETED | must be a date and time in UTC, like 20261224T170000Z
            CREATED:20260203               | CREATED   | must be a date and time in UTC, like 20261224T170000Z
            EXDATE;VALUE=DATE:20261224     | EXDATE    | adds or excludes dates of a repetition, which tasks do not support
            RDATE;VALUE=DATE:20261224      | RDATE     | adds or excludes dates of a repetition, which tasks do not support
            EXRULE:FREQ=WEEKLY             | EXRULE    | adds or excludes dates of a repetition, which tasks do not support
            RECURRENCE-ID:20261224T170000Z | RECURRENCE-ID | adds or excludes dates of a repetition, which tasks do not support
            X-TASKMASTER-POSITION:NaN      | X-TASKMASTER-POSITION    | must be a number, like -1.5
            X-TASKMASTER-REPEAT-FROM:never | X-TASKMASTER-REPEAT-FROM | must be one of: due, completion
            SUMMARY                        |           | has a line that is not of the form NAME:value
            SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=none:M=FCll     | | has a line whose ENCODING or CHARSET cannot be decoded
            SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=GGll    | | has a line whose ENCODING or CHARSET cannot be decoded
            """)
    void refusesAValueByItsPropertyAndGoesOn(String line, String field, String reason) {
        assertThat(read(
                        icalendar,
                        BEGIN + "BEGIN:VTODO\r\n" + line + "\r\nEND:VTODO\r\n"
                                + "BEGIN:VTODO\r\nSUMMARY:b\r\nEND:VTODO\r\n" + END))
                .containsExactly(refused(3, field, reason), new Row.Read(6, titled("b")));
    }

    @Test
    void refusesASecondRuleForItAddsDates() {
        assertThat(read(icalendar, todo("RRULE:FREQ=WEEKLY;BYDAY=MO\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=1")))
                .containsExactly(
                        refused(3, "RRULE", "adds or excludes dates of a repetition, which tasks do not support"));
    }

    @Test
    void passesOverOtherComponents() {
        assertThat(read(icalendar, """
                                BEGIN:VCALENDAR
                                BEGIN:VTIMEZONE
                                TZID:Europe/Berlin
                                BEGIN:STANDARD
                                END:STANDARD
                                END:VTIMEZONE
                                BEGIN:VEVENT
                                SUMMARY:no task
                                END:VEVENT
                                BEGIN:VTODO
                                BEGIN:VALARM
                                DESCRIPTION:ring
                                BEGIN:X-DEEPER
                                END:X-DEEPER
                                SUMMARY:ring
                                END:VALARM
                                SUMMARY:a
                                VERSION:1.0
                                END:VTODO
                                END:VCALENDAR
                                BEGIN:VCALENDAR
                                BEGIN:VTODO
                                SUMMARY:b
                                END:VTODO
                                END:VCALENDAR
                                """)).containsExactly(new Row.Read(10, titled("a")), new Row.Read(22, titled("b")));
    }

    @Test
    void refusesATaskThatDoesNotEndAndGoesOnWithTheNext() {
        assertThat(read(
                        icalendar,
                        BEGIN + "BEGIN:VTODO\r\nSUMMARY:a\r\nBEGIN:VTODO\r\nSUMMARY:b\r\nEND:VTODO\r\n" + END))
                .containsExactly(refused(3, null, "has no END:VTODO"), new Row.Read(5, titled("b")));
        assertThat(read(icalendar, BEGIN + "BEGIN:VTODO\r\nSUMMARY:a\r\n" + END))
                .containsExactly(refused(3, null, "has no END:VTODO"));
        assertThat(read(icalendar, BEGIN + "BEGIN:VTODO\r\nSUMMARY:a"))
                .containsExactly(
                        refused(3, null, "has no END:VTODO"),
                        refused(4, null, "is the end of a file that has no END:VCALENDAR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "<html>", "BEGIN:VTODO\r\nEND:VTODO\r\n"})
    void refusesAFileThatIsNoCalendar(String file) {
        assertThat(read(icalendar, file)).containsExactly(refused(1, null, "must be BEGIN:VCALENDAR"));
    }

    @Test
    void namesTheLineOfWhatIsNotUtf8AndEnds() {
        var begin = todo("SUMMARY:a").replace(END, "BEGIN:VTODO\r\nSUMMARY:b");
        var a = new Row.Read(3, titled("a"));
        assertThat(read(icalendar, concat(bytes(begin, 0xFF), "\r\nEND:VTODO\r\n" + END)))
                .containsExactly(a, refused(7, null, "is not UTF-8"));
        assertThat(read(icalendar, bytes(begin, 0xC3))).containsExactly(a, refused(7, null, "is not UTF-8"));
        assertThat(read(icalendar, BEGIN.getBytes(StandardCharsets.UTF_16)))
                .containsExactly(refused(1, null, "is not UTF-8"));
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(strings = {"x", "x\r\n ", "\r\nX-A:x"})
    @DisplayName("A17: a task of 10 MB is rejected without being held in memory")
    void passesOverATaskThatIsTooLong(String middle) {
        var times = 10_000_000 / middle.length();
        var end = "\r\nEND:VTODO\r\nBEGIN:VTODO\r\nSUMMARY:b\r\nEND:VTODO\r\n" + END;
        var file = new GeneratedFile(BEGIN + "BEGIN:VTODO\r\nSUMMARY:", middle, times, end);
        var rows = icalendar.rows(file);
        assertThat(rows.next()).isEqualTo(refused(3, null, "is longer than 500,000 bytes"));
        assertThat(rows.next()).isInstanceOf(Row.Read.class);
        assertThat(rows.hasNext()).isFalse();
    }

    @Test
    @Timeout(20)
    @DisplayName("A17: a line of 50 MB is rejected without being held in memory")
    void passesOverALineThatIsTooLong() {
        var file = new GeneratedFile(BEGIN + "BEGIN:VTODO\r\nSUMMARY:", "x", 50_000_000, "\r\nEND:VTODO\r\n" + END);
        assertThat(Memory.allocatedBy(() -> assertThat(read(icalendar, file))
                        .containsExactly(refused(3, null, "is longer than 500,000 bytes"))))
                .isLessThan(10_000_000);
    }

    @Test
    @Timeout(20)
    @DisplayName("A17: a file with many rows takes no more memory than one row")
    void streams() {
        var rows = icalendar.rows(
                new GeneratedFile(BEGIN, "BEGIN:VTODO\r\nSUMMARY:a\r\nDUE:20261224\r\nEND:VTODO\r\n", 200_000, END));
        var last = 0L;
        while (rows.hasNext()) {
            last = rows.next().line();
        }
        assertThat(last).isEqualTo(3 + 4 * 199_999);
    }

    private static TransferredTask repeated(String zone, String rule) {
        var due = new Due(LocalDate.of(2026, 12, 24), zone == null ? null : LocalTime.of(17, 0), zone);
        var repeat = new Repeat(rule, Repeat.From.DUE);
        return new TransferredTask("repeated", null, null, due, null, null, null, repeat, null, null, null);
    }

    private static String unfolded(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private static String todo(String lines) {
        return BEGIN + "BEGIN:VTODO\r\n" + (lines.startsWith("DUE") ? "SUMMARY:due\r\n" : "") + lines
                + "\r\nEND:VTODO\r\n" + END;
    }

    private static byte[] concat(byte[] begin, String end) {
        return ByteBuffer.allocate(begin.length + end.length())
                .put(begin)
                .put(end.getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
