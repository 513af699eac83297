package com.taskmaster.tasks.settings;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A readable PEM file with the expected content (RFC 7468). */
@Constraint(validatedBy = PemFile.Readable.class)
@Target({METHOD, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface PemFile {

    String message() default "is not a readable PEM file with a {label}: ${validatedValue}";

    /** The expected PEM label, or its end: private keys may name their algorithm first. */
    String label() default "CERTIFICATE";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks only the beginning; the framework reports other errors. */
    final class Readable implements ConstraintValidator<PemFile, Path> {

        private Pattern beginning;

        @Override
        public void initialize(PemFile file) {
            beginning = Pattern.compile("-----BEGIN ([A-Z]+ )*" + file.label() + "-----");
        }

        @Override
        public boolean isValid(Path file, ConstraintValidatorContext context) {
            try {
                return file == null
                        || beginning
                                .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                                .find();
            } catch (IOException e) {
                return false;
            }
        }
    }
}
