package com.taskmaster.webapp.text;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletionStage;

/**
 * Fails every page of every test that reads a value by reflection, which a native executable has not: the type wants
 * {@code @TemplateData}, or an expression that says what it is.
 */
final class WithoutReflection implements ValueResolver {

    /** Before the last one, which is that of reflection, and behind those that the build makes. */
    private static final int LAST_BUT_ONE = 0;

    private final ReflectionValueResolver reflection = new ReflectionValueResolver();

    static void add(@Observes EngineBuilder engine) {
        engine.addValueResolver(new WithoutReflection());
    }

    @Override
    public int getPriority() {
        return LAST_BUT_ONE;
    }

    @Override
    public boolean appliesTo(EvalContext context) {
        return reflection.appliesTo(context);
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        throw new AssertionError(
                context.getBase().getClass().getName() + "." + context.getName() + " is read by reflection");
    }
}
