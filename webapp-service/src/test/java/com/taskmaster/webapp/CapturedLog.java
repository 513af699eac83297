package com.taskmaster.webapp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** The log messages of one category from now on. */
public final class CapturedLog implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final PatternFormatter messages = new PatternFormatter("%s");
    private final Logger logger;
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord line) {
            lines.add(messages.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public CapturedLog(String category) {
        logger = Logger.getLogger(category);
        logger.addHandler(handler);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
    }
}
