package com.taskmaster.tasks.problem;

import java.sql.SQLException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells by its SQLSTATE what is behind a failure. */
final class DatabaseFailure {

    private static final String CONNECTION_EXCEPTION = "08";
    private static final String OPERATOR_INTERVENTION = "57P";
    private static final String INSUFFICIENT_RESOURCES = "53";
    private static final String UNIQUE_VIOLATION = "23505";

    private DatabaseFailure() {}

    /** The pool's own exceptions, when it has no connection to give, have no state. */
    static boolean isOutage(Throwable failure) {
        return hasState(
                failure,
                state -> state == null
                        || state.startsWith(CONNECTION_EXCEPTION)
                        || state.startsWith(OPERATOR_INTERVENTION)
                        || state.startsWith(INSUFFICIENT_RESOURCES));
    }

    /** Two requests have made the same thing at the same time. */
    static boolean isDuplicate(Throwable failure) {
        return hasState(failure, UNIQUE_VIOLATION::equals);
    }

    private static boolean hasState(Throwable failure, Predicate<String> state) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(state);
    }
}
