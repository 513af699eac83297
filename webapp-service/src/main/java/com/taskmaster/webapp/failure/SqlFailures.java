package com.taskmaster.webapp.failure;

import java.sql.SQLException;
import java.util.stream.Stream;

/** The errors of the database or its driver among the causes of a failure. */
final class SqlFailures {

    private SqlFailures() {}

    static Stream<SQLException> behind(Throwable failure) {
        return causes(failure)
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause), Stream.of(cause.getSuppressed()).flatMap(SqlFailures::causes)))
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
    }

    /** The transaction manager adds the cause of a failed commit as a suppressed exception. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
