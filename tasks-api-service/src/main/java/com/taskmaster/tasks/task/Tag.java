package com.taskmaster.tasks.task;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A tag: 1 to 50 characters, without commas, control characters, or white space at either end. */
@NotNull @UnicodeText
@Pattern(
        regexp = "^" + Tag.AT_AN_END + "([^,\\x00-\\x1f\\x7f]{0,48}" + Tag.AT_AN_END + ")?$",
        message = "must have 1 to 50 characters, no comma, and no leading or trailing space")
@Constraint(validatedBy = {})
@Target({TYPE_USE, ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@interface Tag {

    int LONGEST = 50;

    /**
     * White space spelled out, because Java's and ECMA-262's classes differ and the pattern is part of the contract.
     */
    String AT_AN_END = "[^,\\x00-\\x20\\x7f\\xa0\\u1680\\u180e\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
