package com.taskmaster.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu validator's HTML standard. Its schema is read once, because that takes longer than checking a page. */
final class HtmlStandard {

    private static final String SCHEMA = "http://s.validator.nu/html5-all.rnc";

    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);

    HtmlStandard() {
        try {
            validator.setUpMainSchema(SCHEMA, new Errors());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Violations of the standard. */
    List<String> errors(String html) {
        var errors = new Errors();
        try {
            validator.setUpValidatorAndParsers(errors, true, false);
            validator.checkHtmlInputSource(new InputSource(new StringReader(html)));
            return errors.messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new AssertionError("The page cannot even be read", e);
        }
    }

    private static final class Errors implements ErrorHandler {

        private final List<String> messages = new ArrayList<>();

        @Override
        public void warning(SAXParseException warning) {
            // not an error according to the standard
        }

        @Override
        public void error(SAXParseException error) {
            messages.add(error.getLineNumber() + ": " + error.getMessage());
        }

        @Override
        public void fatalError(SAXParseException error) {
            error(error);
        }
    }
}
