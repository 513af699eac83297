package com.taskmaster.tasks.problem;

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
import java.util.regex.Pattern;

/** The methods that an address answers (RFC 9110 §10.2.1), which the framework does not tell with its 405. */
@Provider
@Singleton
class AllowedMethods implements DynamicFeature {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+(?:: *([^}]+))?}");

    private final Map<String, Set<String>> byTemplate = new HashMap<>();

    /** The framework shows every operation once, before it answers the first request. */
    @Override
    public void configure(ResourceInfo operation, FeatureContext context) {
        var template = path(operation.getResourceClass()) + path(operation.getResourceMethod());
        var methods = byTemplate.computeIfAbsent(template, unknown -> new TreeSet<>(Set.of(HttpMethod.OPTIONS)));
        var method = method(operation.getResourceMethod());
        methods.add(method);
        if (method.equals(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
    }

    /** Of the templates that the address fits, the one with the most letters of its own decides. */
    String at(UriInfo address) {
        var path = address.getPath().replaceFirst("/+$", "");
        return byTemplate.entrySet().stream()
                .filter(operations -> path.matches(regex(operations.getKey())))
                .max(Comparator.comparing(operations ->
                        PARAMETER.matcher(operations.getKey()).replaceAll("").length()))
                .map(operations -> String.join(", ", operations.getValue()))
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

    private static String regex(String template) {
        return PARAMETER
                .matcher(template)
                .replaceAll(parameter -> parameter.group(1) == null ? "[^/]+" : parameter.group(1));
    }
}
