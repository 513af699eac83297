package com.taskmaster.tasks.http;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The query of a request, in which every value has to mean something; of its names {@link KnownQuery} makes sure. */
public final class QueryParameters {

    private final MultivaluedMap<String, String> values;

    private QueryParameters(MultivaluedMap<String, String> values) {
        this.values = values;
    }

    /** The query of an operation that tells its names by {@link QueryNames}. */
    public static QueryParameters of(UriInfo request) {
        return of(request.getQueryParameters());
    }

    public static QueryParameters of(MultivaluedMap<String, String> values) {
        return new QueryParameters(values);
    }

    /** @throws InvalidParameter if it is empty, or holds a control character */
    public Optional<String> one(String name) {
        return many(name).stream().findFirst();
    }

    /** @throws InvalidParameter if one is empty, or holds a control character */
    public List<String> many(String name) {
        var all = values.getOrDefault(name, List.of());
        if (all.stream().anyMatch(ControlCharacters::areIn)) {
            throw new InvalidParameter(name, "must not hold control characters");
        }
        if (all.stream().anyMatch(String::isBlank)) {
            throw new InvalidParameter(name, "must not be empty");
        }
        return all;
    }

    /**
     * @param parse throws a {@link RuntimeException} for what it does not understand
     * @throws InvalidParameter then, with what was expected
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

    /** @throws InvalidParameter if it is none of the constants' names in lower case */
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
