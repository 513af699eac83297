package com.taskmaster.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The commands on a page for operators. */
final class Documented {

    private static final Pattern BLOCK = Pattern.compile("(?m)^( *)```sh\n((?:.*\n)*?)\\1```$");

    private Documented() {}

    /** The code blocks of a section, in order; each is a bash script. */
    static List<String> commands(Path page, String section) {
        try {
            var text = Files.readString(page)
                    .split("(?m)^#+ " + Pattern.quote(section) + "$", 2)[1]
                    .split("\n## ", 2)[0];
            return BLOCK.matcher(text)
                    .results()
                    .map(block -> block.group(2).replaceAll("(?m)^" + block.group(1), ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
