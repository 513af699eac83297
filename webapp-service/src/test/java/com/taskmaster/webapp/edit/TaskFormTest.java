package com.taskmaster.webapp.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.taskmaster.webapp.tasks.BrokenRule;
import com.taskmaster.webapp.tasks.BrokenRule.Kind;
import com.taskmaster.webapp.tasks.ChecklistItem;
import com.taskmaster.webapp.tasks.Due;
import com.taskmaster.webapp.tasks.Priority;
import com.taskmaster.webapp.tasks.Repeat;
import com.taskmaster.webapp.tasks.Summary;
import com.taskmaster.webapp.tasks.Summary.ListSummary;
import com.taskmaster.webapp.tasks.Task;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskFormTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final UUID LIST = new UUID(0, 1);
    private static final Values GERMAN = new Values(summary(), Locale.GERMANY, BERLIN);

    private static final String LAST_DAY = "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1";

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void showsTimesByThePersonsClock() {
        var form = TaskForm.of(task(new Due(LocalDate.of(2026, 12, 31), LocalTime.of(23, 30), "UTC"), null), BERLIN);

        assertThat(form.date()).isEqualTo("2027-01-01");
        assertThat(form.time()).isEqualTo("00:30");
    }

    @Test
    void changesNothingThatNobodyHasTouched() throws JsonProcessingException {
        var form = TaskForm.of(
                task(
                        new Due(LocalDate.of(2026, 12, 31), LocalTime.of(9, 0), "Europe/Berlin"),
                        new Repeat("FREQ=DAILY;COUNT=3", "completion")),
                BERLIN);

        assertThat(form.isOtherRule()).isTrue();
        assertThat(sent(form)).isEqualTo(json.readTree("""
                {"title": "Buy milk", "notes": "two", "list": "%s", "priority": "high", "tags": ["a", "b c"],
                 "repeat": {"rule": "FREQ=DAILY;COUNT=3", "from": "completion"},
                 "checklist": [{"text": "one", "done": true}]}""".formatted(LIST)));
    }

    @ParameterizedTest(name = "a due date of {0} at {1} in {2} is shown as {3}, with seconds: {4}")
    @CsvSource({
        "2026-12-31, 17:00, Europe/Berlin, 2026-12-31T17:00, false",
        "2026-12-31, 17:00:30, Europe/Berlin, 2026-12-31T17:00:30, true",
        "2026-12-31, 17:00, Asia/Tokyo, 2026-12-31T09:00, false",
        "2026-10-25, 02:30:15, Asia/Tokyo, 2026-10-24T19:30:15, true",
        "2026-12-31, , , 2026-12-31, false"
    })
    void sendsADueTimeOnlyWhereItIsChanged(
            LocalDate date, LocalTime time, String zone, String shown, boolean toTheSecond)
            throws JsonProcessingException {
        var form = TaskForm.of(task(new Due(date, time, zone), null), BERLIN);

        assertThat(form.due()).isEqualTo(shown);
        assertThat(form.isToTheSecond()).isEqualTo(toTheSecond);
        assertThat(sent(form).has("due")).isFalse();
    }

    @Test
    void readsATimeByTheClockThatItWasTypedBy() throws JsonProcessingException {
        var fields = fields();
        fields.putSingle("time", "08:00:30");
        fields.putSingle("zone", "Asia/Tokyo");

        assertThat(sent(TaskForm.of(fields)).get("due")).isEqualTo(json.readTree("""
                        {"date": "2026-12-31", "time": "08:00:30", "zone": "Asia/Tokyo"}"""));
    }

    @Test
    void holdsWhatWasTypedAgainstTheTaskAsItIsNow() throws JsonProcessingException {
        var fields = fields();
        fields.putSingle("due", "2026-12-31");
        var typed = TaskForm.of(fields);
        var untouched = TaskForm.of(task(Due.on(LocalDate.of(2026, 12, 31)), null), BERLIN);
        var rescheduled = TaskForm.of(task(Due.on(LocalDate.of(2027, 1, 1)), null), BERLIN);

        assertThat(sent(typed.upon(untouched)).has("due")).isFalse();
        assertThat(sent(typed.upon(rescheduled)).at("/due/date").asText()).isEqualTo("2026-12-31");
    }

    @Test
    void leavesAsItIsNowWhatNobodyHasChangedHere() throws JsonProcessingException {
        var opened =
                TaskForm.of(task(new Due(LocalDate.of(2026, 12, 31), LocalTime.of(9, 0), "Asia/Tokyo"), null), BERLIN);
        var fields = sentBack(opened);
        fields.putSingle("title", "Buy oat milk");
        var now = task(
                new Due(LocalDate.of(2027, 1, 31), LocalTime.of(8, 0), "Asia/Tokyo"), new Repeat(LAST_DAY, "due"), 7);

        var merged = TaskForm.of(fields).upon(TaskForm.of(now, BERLIN));

        assertThat(merged.version()).isEqualTo(7);
        assertThat(sent(merged)).isEqualTo(json.readTree("""
                {"title": "Buy oat milk", "notes": "two", "list": "%s", "priority": "high", "tags": ["a", "b c"],
                 "repeat": {"rule": "%s", "from": "due"}, "checklist": [{"text": "one", "done": true}]}""".formatted(LIST, LAST_DAY)));
        assertThat(Difference.between(TaskForm.of(now, BERLIN), TaskForm.of(fields), GERMAN))
                .isEmpty();
    }

    @Test
    void changesDateAndTimeAsOne() throws JsonProcessingException {
        var opened = TaskForm.of(
                task(new Due(LocalDate.of(2026, 12, 31), LocalTime.of(9, 0), "Europe/Berlin"), null), BERLIN);
        var fields = sentBack(opened);
        fields.putSingle("time", "10:00");
        var typed = TaskForm.of(fields);
        var moved =
                TaskForm.of(task(new Due(LocalDate.of(2027, 1, 1), LocalTime.of(9, 0), "Europe/Berlin"), null), BERLIN);
        var never = TaskForm.of(task(null, null), BERLIN);

        assertThat(Difference.between(moved, typed, GERMAN))
                .containsExactly(
                        new Difference("date", Value.of("01.01.2027"), Value.of("31.12.2026")),
                        new Difference("time", Value.of("09:00"), Value.of("10:00")));
        assertThat(sent(typed.upon(never)).at("/due/date").asText()).isEqualTo("2026-12-31");
    }

    @Test
    void findsNothingToDecideWhereTwoHaveChangedTheSame() {
        var opened = TaskForm.of(
                task(new Due(LocalDate.of(2026, 12, 31), LocalTime.of(9, 0), "Europe/Berlin"), null), BERLIN);
        var fields = sentBack(opened);
        fields.putSingle("date", "");

        assertThat(Difference.between(TaskForm.of(task(null, null), BERLIN), TaskForm.of(fields), GERMAN))
                .isEmpty();
    }

    @Test
    void holdsASecondConflictAgainstWhatTheFirstHasShown() {
        var opened = TaskForm.of(task(null, null), BERLIN);
        var fields = sentBack(opened);
        fields.putSingle("date", "2026-12-31");
        var first = TaskForm.of(fields).upon(TaskForm.of(task(Due.on(LocalDate.of(2027, 1, 1)), null), BERLIN));
        var again = sentBack(first);

        assertThat(Difference.between(
                        TaskForm.of(task(Due.on(LocalDate.of(2027, 1, 1)), null), BERLIN), TaskForm.of(again), GERMAN))
                .isEmpty();
        assertThat(Difference.between(
                        TaskForm.of(task(Due.on(LocalDate.of(2027, 1, 2)), null), BERLIN), TaskForm.of(again), GERMAN))
                .extracting(Difference::field)
                .containsExactly("date");
    }

    /** The fields as a browser sends them. */
    private static MultivaluedMap<String, String> sentBack(TaskForm form) {
        var fields = fields();
        fields.putSingle("version", Integer.toString(form.version()));
        fields.putSingle("title", form.title());
        fields.putSingle("notes", form.notes().replace("\n", "\r\n"));
        fields.putSingle("date", form.date());
        fields.putSingle("time", form.time());
        fields.putSingle("due", form.due());
        fields.putSingle("priority", form.priority());
        fields.putSingle("tags", form.tags());
        fields.putSingle("list", form.list());
        fields.putSingle("repeat", form.repeat());
        fields.putSingle("rule", form.rule());
        fields.putSingle("from", form.from());
        fields.putSingle("counted", form.counted());
        fields.putSingle("opened", form.opened());
        fields.putSingle("completed", Boolean.toString(form.completed()));
        form.steps().forEach(step -> fields.add("step", step.text()));
        IntStream.range(0, form.steps().size())
                .filter(index -> form.steps().get(index).done())
                .forEach(index -> fields.add("done", Integer.toString(index)));
        return fields;
    }

    @Test
    void clearsWhatWasEmptied() throws JsonProcessingException {
        var fields = fields();
        fields.putSingle("notes", "");
        fields.putSingle("date", "");
        fields.put("step", List.of("one", " ", "two"));
        fields.put("done", List.of("2"));

        var changes = sent(TaskForm.of(fields));

        assertThat(changes.get("notes").isNull()).isTrue();
        assertThat(changes.get("due").isNull()).isTrue();
        assertThat(changes.get("repeat").isNull()).isTrue();
        assertThat(changes.get("checklist"))
                .hasToString("[{\"text\":\"one\",\"done\":false},{\"text\":\"two\",\"done\":true}]");
        assertThat(changes.has("trashed")).isFalse();
    }

    @Test
    void meansEachMonthByEveryMonth() throws JsonProcessingException {
        var fields = fields();
        fields.putSingle("date", "2027-01-31");
        fields.putSingle("repeat", "FREQ=MONTHLY");

        assertThat(sent(TaskForm.of(fields)).at("/repeat/rule").asText()).isEqualTo(LAST_DAY);
        fields.putSingle("from", "completion");
        assertThat(sent(TaskForm.of(fields)).at("/repeat/rule").asText()).isEqualTo("FREQ=MONTHLY");
    }

    @Test
    void keepsTheDayOfARuleWhereOnlyTheTimeIsChanged() throws JsonProcessingException {
        var fields = fieldsOfTheLastDay();
        fields.putSingle("time", "09:00");

        assertThat(sent(TaskForm.of(fields)).at("/repeat/rule").asText()).isEqualTo(LAST_DAY);
    }

    @Test
    void forgetsTheDayWithTheDate() throws JsonProcessingException {
        var fields = fieldsOfTheLastDay();
        fields.putSingle("date", "");

        assertThat(sent(TaskForm.of(fields)).at("/repeat/rule").asText()).isEqualTo("FREQ=MONTHLY");
    }

    @Test
    void countsFromAnyDayOfCompletion() throws JsonProcessingException {
        var fields = fieldsOfTheLastDay();
        fields.putSingle("from", "completion");

        assertThat(sent(TaskForm.of(fields)).at("/repeat/rule").asText()).isEqualTo("FREQ=MONTHLY");
    }

    private static MultivaluedMap<String, String> fieldsOfTheLastDay() {
        var fields = fields();
        fields.putSingle("date", "2027-02-28");
        fields.putSingle("due", "2027-02-28");
        fields.putSingle("repeat", "FREQ=MONTHLY");
        fields.putSingle("rule", LAST_DAY);
        return fields;
    }

    @ParameterizedTest(name = "{0} stays unchanged, whatever the due date is by now")
    @CsvSource(
            delimiter = '|',
            value = {"FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "FREQ=MONTHLY"})
    void keepsARuleThatNobodyHasChanged(String rule) {
        var form = TaskForm.of(task(Due.on(LocalDate.of(2027, 2, 28)), new Repeat(rule, "due")), BERLIN);

        assertThat(form.repeat()).isEqualTo("FREQ=MONTHLY");
        assertThat(form.chosenRepeat()).hasValue(new Repeat(rule, "due"));
    }

    @Test
    void keepsNotesToTheLetter() throws JsonProcessingException {
        var fields = fields();
        fields.putSingle("notes", "    mvn -Prun\r\n\r\nThen wait.\r\n");

        assertThat(sent(TaskForm.of(fields)).get("notes").asText()).isEqualTo("    mvn -Prun\n\nThen wait.\n");
    }

    @Test
    void takesATaskOutOfTheTrashWhereItsFormSaysSo() throws JsonProcessingException {
        var fields = fields();
        fields.putSingle("restore", "true");

        assertThat(sent(TaskForm.of(fields)).get("trashed").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"date, tomorrow", "time, late", "list, x", "priority, huge"})
    void refusesWhatItsInputsNeverSend(String name, String value) {
        var fields = fields();
        fields.putSingle(name, value);
        var form = TaskForm.of(fields);

        assertThatThrownBy(form::changes).isInstanceOf(BadRequestException.class);
    }

    @ParameterizedTest(name = "the time zone \"{0}\" cannot come from our form")
    @CsvSource({"''", "Mars/Olympus_Mons", "x"})
    void refusesAZoneThatIsNone(String zone) {
        var fields = fields();
        fields.putSingle("zone", zone);

        assertThatThrownBy(() -> TaskForm.of(fields)).isInstanceOf(BadRequestException.class);
    }

    @Test
    void tellsWhatDiffers() {
        var theirs = TaskForm.of(task(null, null), BERLIN);
        var fields = fields();
        fields.putSingle("title", "Buy oat milk");
        fields.putSingle("date", "");
        fields.putSingle("notes", "two");
        fields.putSingle("priority", "high");
        fields.putSingle("tags", "a, b c");
        fields.put("step", List.of("one"));
        fields.put("done", List.of("0"));

        assertThat(Difference.between(theirs, TaskForm.of(fields), GERMAN))
                .containsExactly(new Difference("title", Value.of("Buy milk"), Value.of("Buy oat milk")));
    }

    @Test
    void tellsListDateAndRepeatApartInTheReadersWords() {
        var other = new ListSummary(new UUID(0, 2), "Garten", null, false, 0, 0, 0);
        var values = new Values(summary(other), Locale.GERMANY, BERLIN);
        var theirs =
                TaskForm.of(task(Due.on(LocalDate.of(2026, 1, 31)), new Repeat("FREQ=DAILY", "completion")), BERLIN);
        var fields = fields();
        fields.putSingle("priority", "high");
        fields.putSingle("notes", "two");
        fields.putSingle("tags", "a,b c");
        fields.put("step", List.of("one"));
        fields.put("done", List.of("0"));
        fields.putSingle("list", other.list().toString());
        fields.putSingle("time", "17:30");
        fields.putSingle("repeat", "FREQ=DAILY");
        var differences = Difference.between(theirs, TaskForm.of(fields), values);

        assertThat(differences).extracting(Difference::field).containsExactly("date", "time", "list", "repeat");
        assertThat(differences)
                .extracting(difference -> difference.theirs().text())
                .startsWith("31.01.2026", "");
        assertThat(differences)
                .extracting(difference -> difference.yours().text())
                .startsWith("31.12.2026", "17:30");
        assertThat(differences.get(2).theirs().list()).as("a list that is gone").isNull();
        assertThat(differences.get(2).yours().list()).isEqualTo(other);
        assertThat(differences.get(3).theirs().recurrence().afterCompletion()).isTrue();
        assertThat(differences.get(3).yours().recurrence().afterCompletion()).isFalse();
    }

    @ParameterizedTest(name = "the {0} {1} is rejected at its field")
    @CsvSource({"date, 31.12.2026", "date, 2026-02-30", "time, late", "time, 25:00"})
    void namesTheFieldThatHoldsNoDateOrTime(String name, String value) {
        var fields = fields();
        fields.putSingle(name, value);

        assertThat(TaskForm.of(fields).brokenRules())
                .containsExactly(BrokenRule.of(name, name.equals("date") ? Kind.DATE : Kind.TIME));
        assertThat(TaskForm.of(fields()).brokenRules()).isEmpty();
    }

    @ParameterizedTest(name = "a typed time {1} without a date, in a task that was due \"{0}\"")
    @CsvSource({"'', 17:00", "2026-12-31, 17:00", "2026-12-31T09:00, 17:00"})
    void asksForTheDateOfATimeThatWasTyped(String due, String time) {
        var fields = fields();
        fields.putSingle("due", due);
        fields.putSingle("date", "");
        fields.putSingle("time", time);

        assertThat(TaskForm.of(fields).brokenRules()).containsExactly(BrokenRule.of("date", Kind.DATE_FOR_TIME));
        assertThat(TaskForm.of(fields).time()).isEqualTo(time);
    }

    @Test
    void letsTheTimeOfThePageGoWithItsDate() throws JsonProcessingException {
        var fields = fields();
        fields.putSingle("due", "2026-12-31T17:00");
        fields.putSingle("date", "");
        fields.putSingle("time", "17:00");

        assertThat(TaskForm.of(fields).brokenRules()).isEmpty();
        assertThat(sent(TaskForm.of(fields)).get("due").isNull()).isTrue();

        var elsewhere = fields();
        elsewhere.putSingle("due", "2026-12-31T18:00");
        assertThat(TaskForm.of(fields).upon(TaskForm.of(elsewhere)).brokenRules())
                .isEmpty();
    }

    @Test
    void asksForNoDateWhereThereIsNoTime() {
        var fields = fields();
        fields.putSingle("date", "");

        assertThat(TaskForm.of(task(null, null), BERLIN).time()).isEmpty();
        assertThat(TaskForm.of(task(null, new Repeat("FREQ=DAILY", "completion")), BERLIN)
                        .brokenRules())
                .isEmpty();
        assertThat(TaskForm.of(fields).brokenRules()).isEmpty();
    }

    private JsonNode sent(TaskForm form) throws JsonProcessingException {
        return json.readTree(json.writeValueAsString(form.changes()));
    }

    private static MultivaluedMap<String, String> fields() {
        var fields = new MultivaluedHashMap<String, String>();
        fields.putSingle("version", "0");
        fields.putSingle("title", "Buy milk");
        fields.putSingle("date", "2026-12-31");
        fields.putSingle("time", "");
        fields.putSingle("zone", "Europe/Berlin");
        fields.putSingle("due", "2026-12-30");
        fields.putSingle("priority", "none");
        fields.putSingle("tags", "");
        fields.putSingle("list", LIST.toString());
        fields.putSingle("repeat", "");
        fields.putSingle("from", "due");
        fields.putSingle("counted", "due");
        return fields;
    }

    private static Summary summary(ListSummary... lists) {
        return new Summary(0, 0, 0, 0, 0, 0, List.of(lists), List.of());
    }

    private static Task task(Due due, Repeat repeat) {
        return task(due, repeat, 0);
    }

    private static Task task(Due due, Repeat repeat, int version) {
        return new Task(
                UUID.randomUUID(),
                "Buy milk",
                "two",
                LIST,
                due,
                Priority.HIGH,
                List.of("a", "b c"),
                List.of(new ChecklistItem("one", true)),
                repeat,
                0,
                false,
                null,
                version);
    }
}
