package com.taskmaster.tasks.problem;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells a database that is away from a statement that it refused. */
final class DatabaseOutage {

    private static final String CONNECTION_EXCEPTION = "08";
    private static final String OPERATOR_INTERVENTION = "57P";
    private static final String INSUFFICIENT_RESOURCES = "53";

    private DatabaseOutage() {}

    static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(DatabaseOutage::isOutage);
    }

    /** The pool's own exceptions, when it has no connection to give, have no state. */
    private static boolean isOutage(String state) {
        return state == null
                || state.startsWith(CONNECTION_EXCEPTION)
                || state.startsWith(OPERATOR_INTERVENTION)
                || state.startsWith(INSUFFICIENT_RESOURCES);
    }
}
