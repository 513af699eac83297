package com.taskmaster.settings;

import io.smallrye.config.common.utils.StringUtil;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A setting of a service, as described to operators.
 *
 * @param standard the default, as Markdown
 */
record Setting(String name, String standard, String meaning) {

    /** Stands for a map key that the operator chooses. */
    static final String ANY = "\"…\"";

    private static final Pattern SECRET = Pattern.compile("(password|secret(\\.value)?|encryption-keys?)$");

    /** MicroProfile Config 3.1, "Environment Variables Mapping Rules". */
    String environmentVariable() {
        return StringUtil.replaceNonAlphanumericByUnderscores(name).toUpperCase(Locale.ROOT);
    }

    boolean isSecret() {
        return SECRET.matcher(name).find();
    }

    String row() {
        return "| `%s` | %s | %s | %s%s |"
                .formatted(
                        name,
                        name.contains(ANY) ? "" : "`" + environmentVariable() + "`",
                        standard,
                        isSecret() ? "**Secret.** " : "",
                        sentence());
    }

    private String sentence() {
        return (meaning.substring(0, 1).toUpperCase(Locale.ROOT) + meaning.substring(1))
                .replaceFirst("\\.$", "")
                .replace("|", "\\|");
    }
}
