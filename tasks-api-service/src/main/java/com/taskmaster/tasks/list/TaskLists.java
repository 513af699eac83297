package com.taskmaster.tasks.list;

import com.taskmaster.tasks.account.Account;
import com.taskmaster.tasks.http.FieldCode;
import com.taskmaster.tasks.http.InvalidParameter;
import com.taskmaster.tasks.order.Ordered;
import com.taskmaster.tasks.order.Position;
import com.taskmaster.tasks.order.Room;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** All lists; every public query takes the account. */
@ApplicationScoped
public class TaskLists implements PanacheRepositoryBase<TaskList, UUID> {

    /** More than anyone needs, and few enough to return at once. */
    public static final int MOST = 500;

    private final Validator validator;
    private final Room room;

    TaskLists(Validator validator, Room room) {
        this.validator = validator;
        this.room = room;
    }

    public List<TaskList> of(Account account) {
        return list("accountId = ?1 order by position, id", account.id());
    }

    Optional<TaskList> find(Account account, UUID id) {
        return find("accountId = ?1 and id = ?2", account.id(), id).firstResultOptional();
    }

    /** Locks a list until the end of the transaction, also against tasks being added: their foreign key locks the row, too. */
    Optional<TaskList> lock(Account account, UUID id) {
        return getSession()
                .createNativeQuery(
                        "select {l.*} from task_list l where account_id = ?1 and id = ?2 for update",
                        TaskList.class,
                        "l")
                .setParameter(1, account.id())
                .setParameter(2, id)
                .uniqueResultOptional();
    }

    /** Creates a list in the current transaction. */
    public TaskList add(Account account, String name, double position) {
        var list = new TaskList(account, name, null, position);
        persist(list);
        return list;
    }

    /** The reasons why a list cannot have this name. */
    public Set<? extends ConstraintViolation<?>> violationsOfName(String name) {
        return validator.validateValue(ListDetails.class, "name", name);
    }

    /** @throws TooManyLists if the account has the maximum of lists */
    void requireRoom(Account account) {
        if (count("accountId = ?1", account.id()) >= MOST) {
            throw new TooManyLists(MOST);
        }
    }

    /** @throws InvalidParameter if another list has this name */
    void requireFreeName(Account account, String name) {
        if (count("accountId = ?1 and name = ?2", account.id(), name) > 0) {
            throw nameTaken();
        }
    }

    /** @throws InvalidParameter if another list was given this name in the meantime */
    void store(TaskList list) {
        try {
            persistAndFlush(list);
        } catch (ConstraintViolationException e) {
            throw e.getKind() == ConstraintKind.UNIQUE ? nameTaken() : e;
        }
    }

    private static InvalidParameter nameTaken() {
        return new InvalidParameter("name", "is already the name of another list", FieldCode.NAME_TAKEN);
    }

    /** Makes room around a list that was created or moved. */
    void makeRoomAround(TaskList list, Account account) {
        room.makeAround(Ordered.LISTS, account, Set.of(list.id()));
    }

    /** A position below all lists. */
    public double bottom(Account account) {
        return find("accountId = ?1 order by position desc", account.id())
                .firstResultOptional()
                .map(last -> Position.below(last.position()))
                .orElse(0.0);
    }
}
