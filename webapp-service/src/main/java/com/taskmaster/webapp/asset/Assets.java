package com.taskmaster.webapp.asset;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.runtime.LaunchMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The static files below {@code /assets} and their URLs; in templates {@code {asset:url('app.css')}}. */
@TemplateExtension(namespace = "asset")
public final class Assets {

    static final String PATH = "/assets/";
    static final String VERSION = "v";

    private static final int BYTES = 8;
    private static final Map<String, String> VERSIONS = new ConcurrentHashMap<>();

    private Assets() {}

    /**
     * A URL that browsers may cache permanently, because it changes with the content.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public static String url(String name) {
        return PATH + name + "?" + VERSION + "="
                + version(name).orElseThrow(() -> new IllegalArgumentException("There is no asset " + name));
    }

    /** The file's content hash, computed anew on each call in dev mode because files change there. */
    static Optional<String> version(String name) {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT
                ? read(name)
                : Optional.ofNullable(
                        VERSIONS.computeIfAbsent(name, file -> read(file).orElse(null)));
    }

    private static Optional<String> read(String name) {
        try (var content = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("META-INF/resources" + PATH + name)) {
            return content == null ? Optional.empty() : Optional.of(hash(content.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
