package com.taskmaster.tasks.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.security.CurrentClient;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** All changes of all tasks. */
@ApplicationScoped
public class History implements PanacheRepositoryBase<Change, Long> {

    private final ObjectMapper json;
    private final CurrentClient client;

    History(ObjectMapper json, CurrentClient client) {
        this.json = json;
        this.client = client;
    }

    /**
     * Writes down the fields that differ; nothing if none does.
     *
     * @param before {@code null}: there was none
     * @return what was written down
     */
    public List<FieldChange> record(Account account, UUID task, Object before, Object after) {
        var fields = differences(before, after);
        if (!fields.isEmpty()) {
            persist(new Change(account.id(), task, client.id().orElse(null), fields));
        }
        return fields;
    }

    /** The newest first. */
    List<Change> of(Account account, UUID task, long before, int limit) {
        return find("accountId = ?1 and taskId = ?2 and id < ?3 order by id desc", account.id(), task, before)
                .page(0, limit)
                .list();
    }

    /** Whether there is such a task: one from before there was a history has none until it is changed. */
    boolean isOf(Account account, UUID task) {
        return getEntityManager()
                .createQuery("select count(*) > 0 from Task where accountId = ?1 and id = ?2", Boolean.class)
                .setParameter(1, account.id())
                .setParameter(2, task)
                .getSingleResult();
    }

    private List<FieldChange> differences(Object before, Object after) {
        var from = tree(before);
        var to = tree(after);
        var changes = new ArrayList<FieldChange>();
        StreamSupport.stream(((Iterable<String>) to::fieldNames).spliterator(), false)
                .filter(field -> !Objects.equals(value(from, field), value(to, field)))
                .map(field -> new FieldChange(field, value(from, field), value(to, field)))
                .forEach(changes::add);
        return changes;
    }

    private JsonNode tree(Object value) {
        return value == null ? JsonNodeFactory.instance.objectNode() : json.valueToTree(value);
    }

    private static JsonNode value(JsonNode object, String field) {
        var value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
