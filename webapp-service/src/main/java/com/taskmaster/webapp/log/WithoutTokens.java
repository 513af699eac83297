package com.taskmaster.webapp.log;

import io.quarkus.logging.LoggingFilter;
import java.util.Objects;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Removes tokens and their claims from log messages: the framework quotes ID tokens that it rejects. */
@LoggingFilter(name = "without-tokens")
public final class WithoutTokens implements Filter {

    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+(\\.[\\w-]*){2,4}");
    private static final Pattern CLAIMS = Pattern.compile("claims->\\{.*}");

    private final PatternFormatter messages = new PatternFormatter("%s");

    @Override
    public boolean isLoggable(LogRecord line) {
        var written = messages.formatMessage(line);
        var redacted = written == null ? null : redact(written);
        if (!Objects.equals(redacted, written) && line instanceof ExtLogRecord message) {
            message.setMessage(redacted, FormatStyle.NO_FORMAT);
        }
        return true;
    }

    private static String redact(String written) {
        return CLAIMS.matcher(TOKEN.matcher(written).replaceAll("(a token)")).replaceAll("claims");
    }
}
