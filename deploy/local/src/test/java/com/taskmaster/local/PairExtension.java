package com.taskmaster.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the running pair. */
final class PairExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(PairExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Pair.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return pair(context);
    }

    /** The store closes what it holds when the last test has ended. */
    static Pair pair(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent("pair", ignored -> start(), Pair.class);
    }

    private static Pair start() {
        try {
            var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "pair-");
            return Pair.start(PairSettings.onFreePorts(data), Path.of("../..").toRealPath(), new Steps(System.out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
