package com.taskmaster.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Runs tests that need the README's ports one at a time, across all processes of a build. */
final class KnownPorts implements BeforeAllCallback, AfterAllCallback {

    private static final Path LOCK = Path.of("target/known-ports.lock");
    private static final Namespace NAMESPACE = Namespace.create(KnownPorts.class);

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Files.createDirectories(LOCK.getParent());
        var file = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.lock();
        context.getStore(NAMESPACE).put("lock", file);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        context.getStore(NAMESPACE).get("lock", FileChannel.class).close();
    }
}
