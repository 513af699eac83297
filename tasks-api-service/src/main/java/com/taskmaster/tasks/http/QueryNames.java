package com.taskmaster.tasks.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The names that the query of an operation may have; without this, it may have none. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface QueryNames {

    /** Each may be there once. */
    String[] value();

    /** Each may be there more than once. */
    String[] repeatable() default {};
}
