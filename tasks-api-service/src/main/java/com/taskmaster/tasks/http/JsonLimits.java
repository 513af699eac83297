package com.taskmaster.tasks.http;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** What JSON may do to this service, whoever sent it: no deep nesting, no endless numbers or texts. */
@Singleton
class JsonLimits implements ObjectMapperCustomizer {

    private static final int DEEPEST_NESTING = 32;
    private static final int LONGEST_NUMBER = 50;
    private static final int LONGEST_TEXT = 100_000;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST_NESTING)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(LONGEST_TEXT)
                        .build());
    }
}
