package com.taskmaster.tasks.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The methods that a resource supports (RFC 9110 §10.2.1), which the framework leaves out of its 405 responses. */
@Provider
@Singleton
public class AllowedMethods implements DynamicFeature {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+(?:: *([^}]+))?}");

    private final Map<String, Address> byTemplate = new HashMap<>();

    /**
     * A path template.
     *
     * @param letters the number of its literal characters
     */
    private record Address(Pattern pattern, int letters, Set<String> methods) {

        private static Address of(String template) {
            return new Address(
                    pattern(template),
                    PARAMETER.matcher(template).replaceAll("").length(),
                    new TreeSet<>(Set.of(HttpMethod.OPTIONS)));
        }

        /** Quotes the literal parts. */
        private static Pattern pattern(String template) {
            return Pattern.compile("\\Q"
                    + PARAMETER
                            .matcher(template)
                            .replaceAll(parameter -> Matcher.quoteReplacement(
                                    "\\E" + Objects.requireNonNullElse(parameter.group(1), "[^/]+") + "\\Q"))
                    + "\\E");
        }

        private boolean fits(String path) {
            return pattern.matcher(path).matches();
        }
    }

    /** Called by the framework for every operation before the first request is answered. */
    @Override
    public void configure(ResourceInfo operation, FeatureContext context) {
        var template = path(operation.getResourceClass()) + path(operation.getResourceMethod());
        var methods = byTemplate.computeIfAbsent(template, Address::of).methods();
        var method = method(operation.getResourceMethod());
        methods.add(method);
        if (method.equals(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
    }

    /** Of the matching templates, the one with the most literal characters wins. */
    public String at(UriInfo address) {
        var path = address.getPath().replaceFirst("/+$", "");
        return byTemplate.values().stream()
                .filter(candidate -> candidate.fits(path))
                .max(Comparator.comparingInt(Address::letters))
                .map(found -> String.join(", ", found.methods()))
                .orElse("");
    }

    private static String path(AnnotatedElement annotated) {
        var path = annotated.getAnnotation(Path.class);
        return path == null ? "" : path.value().replaceFirst("^/*", "/");
    }

    private static String method(Method operation) {
        return Arrays.stream(operation.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElseThrow();
    }
}
