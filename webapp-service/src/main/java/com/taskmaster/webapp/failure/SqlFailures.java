package com.taskmaster.webapp.failure;

import java.sql.SQLException;
import java.util.stream.Stream;

/** What the database, or its driver, reported. */
final class SqlFailures {

    private SqlFailures() {}

    static Stream<SQLException> behind(Throwable failure) {
        return causes(failure)
                .flatMap(cause -> Stream.concat(
                        Stream.of(cause), Stream.of(cause.getSuppressed()).flatMap(SqlFailures::causes)))
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
    }

    /** A commit that fails has its cause among its suppressed exceptions. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
