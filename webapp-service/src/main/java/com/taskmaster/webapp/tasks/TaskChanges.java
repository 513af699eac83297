package com.taskmaster.webapp.tasks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A JSON Merge Patch of a task (RFC 7396): {@code null} clears a field; absent fields stay as they are. */
@RegisterForReflection // stored as JSON, so that a change can be undone
public final class TaskChanges {

    private static final String DUE = "due";
    private static final String COMPLETED = "completed";
    private static final String TRASHED = "trashed";
    private static final String POSITION = "position";

    private final Map<String, Object> fields;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private TaskChanges(Map<String, Object> fields) {
        this.fields = fields;
    }

    public static TaskChanges none() {
        return new TaskChanges(Map.of());
    }

    public static TaskChanges complete() {
        return none().with(COMPLETED, true);
    }

    public static TaskChanges reopen() {
        return none().with(COMPLETED, false);
    }

    public static TaskChanges trash() {
        return none().trashed(true);
    }

    public static TaskChanges restore() {
        return none().trashed(false);
    }

    public TaskChanges title(String title) {
        return with("title", title);
    }

    public TaskChanges notes(String notes) {
        return with("notes", notes);
    }

    public TaskChanges list(UUID list) {
        return with("list", list);
    }

    /** Replaces all parts of the due date. */
    public TaskChanges due(Due due) {
        return with(DUE, due == null ? null : all(due));
    }

    /** Changes the date and keeps the time, if there is one. */
    public TaskChanges dueOn(LocalDate date) {
        return with(DUE, Due.on(date));
    }

    public TaskChanges priority(Priority priority) {
        return with("priority", priority);
    }

    public TaskChanges tags(List<String> tags) {
        return with("tags", tags);
    }

    public TaskChanges checklist(List<ChecklistItem> checklist) {
        return with("checklist", checklist);
    }

    public TaskChanges repeat(Repeat repeat) {
        return with("repeat", repeat);
    }

    public TaskChanges trashed(boolean trashed) {
        return with(TRASHED, trashed);
    }

    public TaskChanges position(double position) {
        return with(POSITION, position);
    }

    /** Whether the task already has these changes, as after a form was sent twice; unknown if there are none. */
    public boolean areIn(Task task) {
        return !fields.isEmpty()
                && fields.entrySet().stream().allMatch(field -> switch (field.getKey()) {
                    case COMPLETED -> field.getValue().equals(task.completed()) && !task.isTrashed();
                    case TRASHED -> field.getValue().equals(task.isTrashed());
                    case POSITION -> field.getValue().equals(task.position());
                    default -> false;
                });
    }

    /** The patch that undoes these changes: each field as it was before. */
    public static TaskChanges back(List<Change.Field> changes) {
        var back = none();
        for (var change : changes) {
            back = back.with(change.field(), before(change));
        }
        return back;
    }

    @JsonValue
    Map<String, Object> fields() {
        return fields;
    }

    /** A merge patch keeps absent members of an object, so those that are new are named, as {@code null}. */
    private static Object before(Change.Field change) {
        if (change.from() == null || !change.from().isObject() || change.to() == null) {
            return change.from();
        }
        var before = new LinkedHashMap<String, Object>();
        change.to().fieldNames().forEachRemaining(name -> before.put(name, null));
        change.from().properties().forEach(field -> before.put(field.getKey(), field.getValue()));
        return before;
    }

    private static Map<String, Object> all(Due due) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("date", due.date());
        fields.put("time", due.time());
        fields.put("zone", due.zone());
        return fields;
    }

    private TaskChanges with(String field, Object value) {
        var more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new TaskChanges(more);
    }
}
