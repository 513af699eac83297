package com.taskmaster.tasks.http;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The query parameters of a request, whose values are checked strictly; {@link KnownQuery} checks their names. */
public final class QueryParameters {

    private final MultivaluedMap<String, String> values;

    private QueryParameters(MultivaluedMap<String, String> values) {
        this.values = values;
    }

    /** The query of an operation that declares its {@link QueryNames}. */
    public static QueryParameters of(UriInfo request) {
        return of(request.getQueryParameters());
    }

    public static QueryParameters of(MultivaluedMap<String, String> values) {
        return new QueryParameters(values);
    }

    /** @throws InvalidParameter if the value is empty or contains a control character */
    public Optional<String> one(String name) {
        return many(name).stream().findFirst();
    }

    /** @throws InvalidParameter if a value is empty or contains a control character */
    public List<String> many(String name) {
        var all = values.getOrDefault(name, List.of());
        if (all.stream().anyMatch(ControlCharacters::areIn)) {
            throw new InvalidParameter(name, "must not contain control characters");
        }
        if (all.stream().anyMatch(String::isBlank)) {
            throw new InvalidParameter(name, "must not be empty");
        }
        return all;
    }

    /**
     * @param expected describes valid values for the caller
     * @param parse throws a {@link RuntimeException} for an invalid value
     * @throws InvalidParameter for an invalid value
     */
    public <T> Optional<T> one(String name, String expected, Function<String, T> parse) {
        return one(name).map(value -> {
            try {
                return parse.apply(value);
            } catch (RuntimeException e) {
                throw new InvalidParameter(name, "must be " + expected);
            }
        });
    }

    /** @throws InvalidParameter unless it is the lower-case name of a constant */
    public <E extends Enum<E>> Optional<E> one(String name, Class<E> type) {
        var names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toList());
        return one(name, "one of " + String.join(", ", names), value -> {
            if (!names.contains(value)) {
                throw new IllegalArgumentException(value);
            }
            return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
        });
    }

    public boolean flag(String name) {
        return one(name, "true or false", value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(value);
                })
                .orElse(false);
    }
}
