package com.taskmaster.tasks.transfer.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import com.taskmaster.tasks.transfer.format.Reason;
import com.taskmaster.tasks.transfer.format.Row;
import com.taskmaster.tasks.transfer.format.Rows;
import com.taskmaster.tasks.transfer.format.TaskFormat;
import com.taskmaster.tasks.transfer.format.TransferredTask;
import com.taskmaster.tasks.transfer.format.Unreadable;
import com.taskmaster.tasks.transfer.format.Utf8Reader;
import java.io.IOException;
import java.io.InputStream;

/**
 * The tasks of a JSON array. Each element is extracted before it is parsed, so that its errors do not affect others.
 */
final class JsonRows extends Rows {

    private static final int DEEPEST = 20;

    private static final int LONGEST_NUMBER = 1_000;

    /** Field names are not cached: a file may have any number of them. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(TaskFormat.LONGEST_ROW)
                    .maxStringLength(TaskFormat.LONGEST_ROW)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private final InputStream in;
    private final ObjectReader tasks;
    private JsonParser json;

    JsonRows(InputStream in, ObjectReader tasks) {
        this.in = in;
        this.tasks = tasks;
    }

    @Override
    protected long line() {
        return json == null ? 1 : json.currentLocation().getLineNr();
    }

    @Override
    protected Row read() throws IOException {
        try {
            if (json == null) {
                json = FACTORY.createParser(new Utf8Reader(in));
                if (json.nextToken() != JsonToken.START_ARRAY) {
                    return last(1, Reason.NO_ARRAY);
                }
            }
            if (json.nextToken() != JsonToken.END_ARRAY) {
                return row(json.currentTokenLocation().getLineNr());
            }
            return json.nextToken() == null ? null : last(line(), Reason.BEHIND_ARRAY);
        } catch (StreamConstraintsException e) {
            var tooDeep = json.getParsingContext().getNestingDepth() >= DEEPEST;
            return tooDeep
                    ? last(line(), Reason.TOO_DEEP, DEEPEST)
                    : last(line(), Reason.VALUE_TOO_LONG, TaskFormat.LONGEST_ROW, LONGEST_NUMBER);
        } catch (StreamReadException e) {
            return last(line(), Reason.NO_JSON);
        }
    }

    private Row row(long line) throws IOException {
        try {
            return new Row.Read(line, task());
        } catch (Unreadable e) {
            return e.at(line);
        }
    }

    private TransferredTask task() throws IOException, Unreadable {
        var element = element();
        if (element.firstToken() != JsonToken.START_OBJECT) {
            throw new Unreadable(null, Reason.OBJECT);
        }
        try {
            TransferredTask task = tasks.readValue(element.asParser());
            if (task.position() != null && !Double.isFinite(task.position())) {
                throw new Unreadable("position", Reason.NUMBER);
            }
            return task;
        } catch (JsonMappingException e) {
            throw JsonComplaint.of(e);
        }
    }

    /** The tokens of one array element; afterwards the parser is at the next one, even if the element is invalid. */
    private TokenBuffer element() throws IOException, Unreadable {
        var tokens = new TokenBuffer(json);
        var depth = json.getParsingContext().getNestingDepth()
                - (json.currentToken().isStructStart() ? 1 : 0);
        var begin = json.currentTokenLocation().getCharOffset();
        var tooLong = false;
        var names = new JsonNames();
        while (true) {
            tooLong = tooLong || json.currentLocation().getCharOffset() - begin > TaskFormat.LONGEST_ROW;
            if (!tooLong) {
                tokens.copyCurrentEvent(json);
                names.follow(json);
            }
            if (json.getParsingContext().getNestingDepth() == depth) {
                break;
            }
            json.nextToken();
        }
        if (tooLong) {
            throw tooLong();
        }
        names.requireEachOnce();
        return tokens;
    }
}
