package com.taskmaster.webapp.settings;

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

/** A readable file that contains a certificate (RFC 7468). */
@Constraint(validatedBy = PemFile.Readable.class)
@Target({METHOD, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface PemFile {

    String message() default "is not a readable PEM file with a CERTIFICATE: ${validatedValue}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The framework itself reports other errors in the file clearly. */
    final class Readable implements ConstraintValidator<PemFile, Path> {

        @Override
        public boolean isValid(Path file, ConstraintValidatorContext context) {
            try {
                return file == null
                        || Files.readString(file, StandardCharsets.ISO_8859_1).contains("CERTIFICATE-----");
            } catch (IOException e) {
                return false;
            }
        }
    }
}
