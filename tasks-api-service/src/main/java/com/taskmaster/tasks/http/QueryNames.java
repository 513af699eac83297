package com.taskmaster.tasks.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The query parameters that an operation accepts; without this annotation, none. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface QueryNames {

    /** May occur once. */
    String[] value();

    /** May be repeated. */
    String[] repeatable() default {};
}
