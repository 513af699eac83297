package com.taskmaster.tasks.problem;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;

/** The kinds of database failure, by SQLSTATE, that a caller can react to. */
enum DatabaseFailure {
    /** Another request has changed or deleted a row that this one had read. */
    CHANGED_MEANWHILE,
    /** Another request has made this one impossible: a name is taken, a list is gone. */
    CONFLICT,
    /** This request and others waited for each other in a circle; nothing was changed, and a retry may succeed. */
    DEADLOCK,
    /** A lock timeout; nothing was changed, and a retry may succeed. */
    CONTENTION,
    /** The statement timed out. */
    TIMEOUT,
    /** The database cannot be reached. */
    OUTAGE;

    private static final String CONNECTION_EXCEPTION = "08";
    private static final String QUERY_CANCELED = "57014";
    private static final String OPERATOR_INTERVENTION = "57";
    private static final String INSUFFICIENT_RESOURCES = "53";
    private static final String TRANSACTION_ROLLBACK = "40";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String UNIQUE_VIOLATION = "23505";

    /** @return empty if the cause is not the database, or is a defect of this service */
    static Optional<DatabaseFailure> behind(Throwable failure) {
        return causes(failure)
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause), Stream.of(cause.getSuppressed()).flatMap(DatabaseFailure::causes)))
                .flatMap(cause -> kind(cause).stream())
                .findFirst();
    }

    static boolean isDeadlock(Throwable failure) {
        return behind(failure).filter(DEADLOCK::equals).isPresent();
    }

    /** A failed commit keeps its reason among its suppressed exceptions. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<DatabaseFailure> kind(Throwable cause) {
        if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
            return Optional.of(CHANGED_MEANWHILE);
        }
        return cause instanceof SQLException failure ? ofState(failure.getSQLState()) : Optional.empty();
    }

    /** An exception without SQLSTATE is the pool's own: it has no connection to give. */
    private static Optional<DatabaseFailure> ofState(String state) {
        if (QUERY_CANCELED.equals(state)) {
            return Optional.of(TIMEOUT);
        }
        if (state == null
                || state.startsWith(CONNECTION_EXCEPTION)
                || state.startsWith(OPERATOR_INTERVENTION)
                || state.startsWith(INSUFFICIENT_RESOURCES)) {
            return Optional.of(OUTAGE);
        }
        if (state.equals(FOREIGN_KEY_VIOLATION) || state.equals(UNIQUE_VIOLATION)) {
            return Optional.of(CONFLICT);
        }
        if (state.startsWith(TRANSACTION_ROLLBACK)) {
            return Optional.of(DEADLOCK);
        }
        return state.equals(LOCK_NOT_AVAILABLE) ? Optional.of(CONTENTION) : Optional.empty();
    }
}
