package com.taskmaster.settings;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Facts that only the source code of a service contains: its settings' comments, and which settings are injected. */
final class Source extends TreePathScanner<Void, String> {

    private final Map<String, String> comments = new HashMap<>();
    private final List<Class<?>> mappings = new ArrayList<>();
    private final Set<String> injected = new HashSet<>();
    private final DocTrees documentation;

    private Source(DocTrees documentation) {
        this.documentation = documentation;
    }

    /** @param module the folder of the service */
    static Source of(Path module) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var paths = Files.walk(module.resolve("src/main/java"));
                var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var units = files.getJavaFileObjectsFromPaths(
                    paths.filter(path -> path.toString().endsWith(".java")).toList());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            var source = new Source(DocTrees.instance(task));
            for (var unit : task.parse()) {
                source.scan(unit, unit.getPackage().getPackageName().toString());
            }
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The {@code @ConfigMapping} interfaces. */
    List<Class<?>> mappings() {
        return mappings;
    }

    /** The comment of a method of such an interface, as Markdown; empty if there is none. */
    String commentOf(Method setting) {
        return comments.getOrDefault(setting.getDeclaringClass().getCanonicalName() + "." + setting.getName(), "");
    }

    /** Whether the setting is injected into a bean, so that the service cannot start without it. */
    boolean demands(String setting) {
        return injected.contains(setting);
    }

    @Override
    public Void visitClass(ClassTree type, String prefix) {
        var name = prefix + "." + type.getSimpleName();
        if (annotation(type.getModifiers().getAnnotations(), ConfigMapping.class)
                .isPresent()) {
            mappings.add(load(name));
        }
        return super.visitClass(type, name);
    }

    @Override
    public Void visitMethod(MethodTree method, String type) {
        var comment = documentation.getDocComment(getCurrentPath());
        if (comment != null) {
            comments.put(type + "." + method.getName(), markdown(comment));
        }
        return super.visitMethod(method, type);
    }

    @Override
    public Void visitVariable(VariableTree parameter, String type) {
        annotation(parameter.getModifiers().getAnnotations(), ConfigProperty.class)
                .filter(property -> !parameter.getType().toString().startsWith("Optional"))
                .stream()
                .flatMap(Source::literals)
                .forEach(injected::add);
        return super.visitVariable(parameter, type);
    }

    private static Optional<? extends AnnotationTree> annotation(
            List<? extends AnnotationTree> annotations, Class<?> type) {
        return annotations.stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(type.getSimpleName()))
                .findFirst();
    }

    private static Stream<String> literals(AnnotationTree annotation) {
        return annotation.getArguments().stream()
                .map(argument -> ((AssignmentTree) argument).getExpression())
                .filter(LiteralTree.class::isInstance)
                .map(literal -> String.valueOf(((LiteralTree) literal).getValue()));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String markdown(String comment) {
        return comment.strip()
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link #(\\w+)\\(\\)}", "`$1`");
    }
}
