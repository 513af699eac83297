package com.taskmaster.webapp.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Short hashes of a form's aspects, which a hidden field carries, to detect what has been changed since. */
final class Fingerprints {

    private static final String SEPARATOR = " ";
    private static final int BYTES = 9;

    private Fingerprints() {}

    static String of(TaskForm form) {
        return Stream.of(Aspect.values()).map(aspect -> of(aspect, form)).collect(Collectors.joining(SEPARATOR));
    }

    /** Whether the form's aspect is still as it was when they were taken; false if there are none. */
    static boolean match(String fingerprints, Aspect aspect, TaskForm form) {
        return List.of(fingerprints.split(SEPARATOR)).contains(of(aspect, form));
    }

    private static String of(Aspect aspect, TaskForm form) {
        try {
            var content = aspect + "=" + aspect.in(form);
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
