package com.taskmaster.local;

import com.taskmaster.backing.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
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

    /** The store closes what it holds when the last test has ended; a pair that did not start is not tried again. */
    private static Pair pair(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent("pair", ignored -> RunningPair.start(), RunningPair.class)
                .get();
    }

    private record RunningPair(Pair pair, StartFailure failure) implements AutoCloseable {

        static RunningPair start() {
            try {
                var data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "pair-");
                var repository = Path.of("../..").toRealPath();
                return new RunningPair(
                        Pair.start(PairSettings.onFreePorts(data), repository, new Steps(System.out)), null);
            } catch (StartFailure e) {
                return new RunningPair(null, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Pair get() {
            if (failure != null) {
                throw failure;
            }
            return pair;
        }

        @Override
        public void close() {
            if (pair != null) {
                pair.close();
            }
        }
    }
}
