package com.taskmaster.tasks.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request with values that are not allowed; answered with 400 and the first {@value #MOST_TOLD} errors. */
public class InvalidRequest extends RuntimeException {

    /** More than anyone reads, and a bound on memory. */
    public static final int MOST_TOLD = 1000;

    private static final long serialVersionUID = 1;

    /** Other kinds of node name the method and its parameters. */
    private static final Set<ElementKind> IN_THE_BODY =
            EnumSet.of(ElementKind.PROPERTY, ElementKind.CONTAINER_ELEMENT, ElementKind.BEAN);

    private final transient List<FieldError> errors;

    /** An error in one field. */
    @RegisterForReflection // only exception mappers return it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldError(
            @Schema(required = true, examples = "title") String field,

            @Schema(required = true, examples = "must not be blank")
            String message,

            @Schema(
                    description = "Why a field of a task, a list or a file is refused; stable, unlike the message",
                    examples = "title-too-long")
            String code,

            @Schema(description = "The maximum number of characters or entries, if it was exceeded", examples = "500")
            Integer most) {

        public FieldError(String field, String message) {
            this(field, message, null);
        }

        public FieldError(String field, String message, String code) {
            this(field, message, code, null);
        }

        private static FieldError of(String field, ConstraintViolation<?> violation) {
            return new FieldError(
                    field,
                    violation.getMessage(),
                    FieldCode.of(violation).map(FieldCode::code).orElse(null),
                    FieldCode.most(violation));
        }

        /** This error, with the field's path below the given one. */
        public FieldError in(String place) {
            return new FieldError(place + "." + field, message, code, most);
        }
    }

    public InvalidRequest(String message, List<FieldError> errors) {
        super(message);
        this.errors = errors.stream().limit(MOST_TOLD).toList();
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** The violations by field, named by its path in the body. */
    public static List<FieldError> errorsOf(Set<? extends ConstraintViolation<?>> violations) {
        return errorsOf(violations, InvalidRequest::field);
    }

    /** The error in the value that cannot be read; empty if the whole body is unreadable. */
    public static Optional<FieldError> errorOf(JsonProcessingException unreadable) {
        return unreadable instanceof JsonMappingException value
                        && !value.getPath().isEmpty()
                ? Optional.of(new FieldError(field(value), complaint(value)))
                : Optional.empty();
    }

    private static String complaint(JsonMappingException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException) {
            return "is not known";
        }
        return unreadable.getCause() instanceof StreamConstraintsException
                ? "exceeds the JSON limits"
                : "has a value of the wrong type";
    }

    /** The value's path in the body, like {@code checklist[2].done}. */
    public static String field(JsonMappingException unreadable) {
        var path = new StringBuilder();
        for (var step : unreadable.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    /** The violations of a part of the body, their paths prefixed with the path of that part. */
    public static List<FieldError> errorsOf(String place, Set<? extends ConstraintViolation<?>> violations) {
        return errorsOf(violations, violation -> place + path(violation));
    }

    private static List<FieldError> errorsOf(
            Set<? extends ConstraintViolation<?>> violations, Function<ConstraintViolation<?>, String> field) {
        return violations.stream()
                .map(violation -> FieldError.of(field.apply(violation), violation))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
    }

    /** The field's path in the body. */
    public static String field(ConstraintViolation<?> violation) {
        var path = path(violation);
        return path.isEmpty() ? "body" : path.substring(1);
    }

    private static String path(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> IN_THE_BODY.contains(node.getKind()))
                .map(node -> (node.getIndex() == null ? "" : "[" + node.getIndex() + "]")
                        + (node.getKind() == ElementKind.PROPERTY ? "." + node.getName() : ""))
                .collect(Collectors.joining());
    }
}
